import { outbox } from '../enquiries/takeEnquiry'
import { isRenderProcess } from '../rendering/isRenderProcess'

/** Hands in what an earlier process could not, and ends with the server. */
export default defineNitroPlugin(({ hooks }) => {
  if (isRenderProcess)
    return
  outbox.open()
  hooks.hook('close', () => outbox.stop())
})
