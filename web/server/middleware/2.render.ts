import { isServerRoute } from '../http/serverRoutes'
import { isRenderer } from '../rendering/isRenderProcess'
import { sendRendered } from '../rendering/sendRendered'

/** Has pages rendered in another process. The render process, and a web in development, leave them to the framework. */
export default defineEventHandler(async (event) => {
  if (!isRenderer && !isServerRoute(event.path))
    return sendRendered(event)
})
