import type { Component, InjectionKey } from 'vue'
import { createSSRApp, h } from 'vue'
import { renderToString } from 'vue/server-renderer'

/** The HTML of a component as a reader gets it: without the marks that only a script would need. */
export async function render(
  component: Component,
  props: Record<string, unknown> = {},
  provided: [InjectionKey<unknown>, unknown][] = [],
): Promise<string> {
  const app = createSSRApp({ render: () => h(component, props) })
  for (const [key, value] of provided)
    app.provide(key, value)
  const html = await renderToString(app)
  return html.replace(/<!--(?:\[|\])?-->/g, '')
}

/** The words of some HTML, those for screen readers included, as they follow each other. */
export function words(html: string): string {
  return html.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ').trim()
}
