/** Starts the server's work. Next calls it once, before the server answers its first request. */
export async function register(): Promise<void> {
  // eslint-disable-next-line node/prefer-global/process -- Next replaces this expression when it builds
  if (process.env.NEXT_RUNTIME !== 'nodejs')
    return
  const { redactConsole } = await import('./server/log/redactConsole.ts')
  redactConsole()
  const { checkEnvironment } = await import('./server/checkEnvironment.ts')
  checkEnvironment()
  const { noteClientAddresses } = await import('./server/clientAddress.ts')
  noteClientAddresses()
  const { interceptRequests } = await import('./server/interceptRequests.ts')
  const { refuseUnreadable } = await import('./server/refuseUnreadable.ts')
  const { answerPresence } = await import('./presence/answerPresence.ts')
  interceptRequests(answerPresence)
  interceptRequests(refuseUnreadable)
  const { prepareServer } = await import('./server/prepareServer.ts')
  const { startPreparing } = await import('./server/preparation.ts')
  startPreparing(prepareServer)
}
