/** Whether a response is one that a proxy gives while the CMS restarts. */
export function isUnreachable({ status }: Response): boolean {
  return status >= 502 && status <= 504
}
