/** A page has one address: without slashes at its end or doubled ones in it. */
export default defineEventHandler((event) => {
  // As it was sent: `event.path` is decoded, and what it holds may not stand in a header.
  const [path = '/', query = ''] = (event.node.req.url ?? '/').split(/(?=\?)(.*)/s)
  // Browsers read a backslash as a slash, so a redirect to `/\host` would lead to another site.
  const canonical = path.replace(/[/\\]{2,}/g, '/').replace(/(?<=.)\/$/, '')
  if (canonical !== path && path.startsWith('/'))
    return sendRedirect(event, canonical + query, 301)
})
