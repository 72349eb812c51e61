import { cms } from '../cms'
import { env } from '../env'

/** What a render may use: it takes these from its request, so that another request can be given others. */
export default defineEventHandler(({ context }) => {
  context.cms = cms
  context.siteUrl = env.siteUrl
})
