/** Removes what a page without scripts does not need: hydration markers, and a second copy of its styles. */
export default defineNitroPlugin(({ hooks }) => {
  hooks.hook('render:html', (html, { event }) => {
    // In development the styles are only linked.
    if (import.meta.dev || !getRouteRules(event).noScripts)
      return
    html.head = html.head.map(part => part.replace(/<link rel="stylesheet"[^>]*>\s*/g, ''))
    html.body = html.body.map(part => part.replace(/<!--(?:\[|\])?-->/g, ''))
  })
  hooks.hook('render:response', ({ headers }) => {
    delete headers?.['x-powered-by']
  })
})
