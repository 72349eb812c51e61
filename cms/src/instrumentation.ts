/** Runs once, before the server answers its first request. */
export async function register(): Promise<void> {
  // eslint-disable-next-line node/prefer-global/process -- Next replaces this expression when it builds
  if (process.env.NEXT_RUNTIME !== 'nodejs')
    return
  const { checkEnvironment } = await import('./checkEnvironment.ts')
  checkEnvironment()
  const { prepareServer } = await import('./prepareServer.ts')
  const { keepPreparing } = await import('./server/preparation.ts')
  keepPreparing(prepareServer)
}
