/**
 * Sends a request to the CMS as the signed-in user.
 * @throws {Error} with a sentence that says what is wrong
 */
export async function ask<Answer>(method: 'DELETE' | 'GET' | 'PATCH' | 'POST', url: string, body?: object): Promise<Answer> {
  const response = await fetch(url, {
    method,
    credentials: 'include',
    ...(body && { headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) }),
  })
  const answer = await response.json().catch(() => ({})) as Answer & { errors?: { message: string }[] }
  if (!response.ok)
    throw new Error(answer.errors?.[0]?.message ?? `The CMS answered ${response.status}.`)
  return answer
}

export function wordsOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
