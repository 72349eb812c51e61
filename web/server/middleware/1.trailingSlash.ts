/** A page has one address: without slashes at its end or doubled ones in it. */
export default defineEventHandler((event) => {
  const [path = '/', query] = event.path.split(/(?=\?)/)
  // Browsers read a backslash as a slash, so a redirect to `/\host` would lead to another site.
  const canonical = path.replace(/[/\\]{2,}/g, '/').replace(/(?<=.)\/$/, '')
  if (canonical !== path)
    return sendRedirect(event, canonical + (query ?? ''), 301)
})
