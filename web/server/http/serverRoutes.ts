/** What this server answers itself, by the files in `routes/`; all else is a page. */
export const SERVER_ROUTES = ['/healthz', '/readyz', '/media/', '/.well-known/']

export function isServerRoute(path: string): boolean {
  const [address = ''] = path.split('?')
  return SERVER_ROUTES.some(route => route.endsWith('/') ? address.startsWith(route) : address === route)
}
