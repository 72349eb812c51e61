import { outbox } from '../enquiry/takeEnquiry'

/** Hands in what an earlier process could not, and ends with the server. */
export default defineNitroPlugin(({ hooks }) => {
  outbox.open()
  hooks.hook('close', () => outbox.stop())
})
