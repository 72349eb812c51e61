import { isServerRoute } from '../http/serverRoutes'
import { isRenderer } from '../rendering/isRenderProcess'
import { sendRendered } from '../rendering/sendRendered'

/** Renders pages in another process. In a render process and in development, the framework renders them. */
export default defineEventHandler(async (event) => {
  if (!isRenderer && !isServerRoute(event.path))
    return sendRendered(event)
})
