import type { CmsClient, Interceptor } from '@masthead/shared/client'
import type { H3Event } from 'h3'
import { rendering } from './rendering'

/**
 * Gives a request of the framework what pages read. A request that is part of a render gets what the render supplies.
 *
 * @param options.cms returns a client, whose requests go through `interceptor` if there is one
 */
export function provideContext(
  event: H3Event,
  { siteUrl, cms }: { siteUrl: string, cms: (interceptor?: Interceptor) => CmsClient },
): void {
  const current = rendering.getStore()
  Object.assign(
    event.context,
    {
      siteUrl,
      cms: cms(current?.interceptor),
      slotMarker: current?.slotMarker,
      layout: current?.layout,
    } satisfies Partial<H3Event['context']>,
  )
  if (current?.enquiry) {
    event.context.enquiry = current.enquiry
    setResponseStatus(event, current.enquiry.status)
  }
}
