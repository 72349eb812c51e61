import { cms, cmsFor } from '../cms'
import { env } from '../env'
import { rendering } from '../rendering/rendering'

/** What a render may use: it takes these from its request, so that another request can be given others. */
export default defineEventHandler((event) => {
  const { context } = event
  const current = rendering.getStore()
  context.cms = current ? cmsFor(current.through) : cms
  context.slotMark = current?.slotMark
  context.frame = current?.frame
  context.siteUrl = env.siteUrl
  if (current?.enquiry) {
    context.enquiry = current.enquiry
    setResponseStatus(event, current.enquiry.status)
  }
})
