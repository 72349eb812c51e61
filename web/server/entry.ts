import { isRenderProcess } from './rendering/isRenderProcess'

/** The web in production serves readers, and starts this file again to render pages. What the one needs, the other does not load. */
if (isRenderProcess)
  void import('./rendering/serveRenders').then(({ serveRenders }) => serveRenders())
else
  void import('./http/serve').then(({ serve }) => serve())
