/** Says where to report a weakness, as the operator has set it: https://www.rfc-editor.org/rfc/rfc9116. */
export default defineEventHandler((event) => {
  const { env } = event.context.site
  if (!env.securityContact)
    throw createError({ statusCode: 404 })
  setResponseHeader(event, 'Content-Type', 'text/plain; charset=utf-8')
  setResponseHeader(event, 'Cache-Control', 'public, max-age=86400')
  const expires = new Date(Date.now() + VALID_MS).toISOString()
  return `Contact: ${env.securityContact}\nExpires: ${expires}\nCanonical: ${env.siteUrl}/.well-known/security.txt\n`
})

/** The settings hold while the site runs with them, but the format requires a date. */
const VALID_MS = 90 * 24 * 60 * 60 * 1000
