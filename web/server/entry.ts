import { serve } from './http/serve'
import { isRenderProcess } from './rendering/isRenderProcess'
import { serveRenders } from './rendering/serveRenders'

/** The site in production serves readers. It starts this file again to render pages. */
if (isRenderProcess)
  serveRenders()
else
  serve()
