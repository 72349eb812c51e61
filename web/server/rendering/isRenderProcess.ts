// Nitro adds an import with the usual name in front of the entry.
import nodeProcess from 'node:process'

export const RENDER_OPTION = '--render'

/** Whether this process renders pages for another one, and does nothing else. */
export const isRenderProcess = nodeProcess.argv.includes(RENDER_OPTION)

/** Whether pages are rendered in this process: in development there is no other. */
export const isRenderer = isRenderProcess || import.meta.dev
