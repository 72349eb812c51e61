/** Responds while the process is alive. */
export default defineEventHandler(() => ({ status: 'ok' }))
