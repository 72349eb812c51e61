/** The paths that the files in `routes/` serve. All others are pages. */
export const SERVER_ROUTES = ['/healthz', '/readyz', '/media/', '/.well-known/']

export function isServerRoute(path: string): boolean {
  const [address = ''] = path.split('?')
  return SERVER_ROUTES.some(route => route.endsWith('/') ? address.startsWith(route) : address === route)
}
