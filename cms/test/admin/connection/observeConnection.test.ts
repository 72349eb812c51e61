import { expect, it } from 'vitest'
import { Connection } from '../../../src/admin/connection/Connection.ts'
import { observeConnection } from '../../../src/admin/connection/observeConnection.ts'

it('knows from each request whether the CMS can be reached, and says so', async () => {
  const connection = new Connection()
  const seen: boolean[] = []
  connection.subscribe(() => seen.push(connection.isLost()))
  const fetch = (answer: number | 'offline') =>
    observeConnection(connection, async () => {
      if (answer === 'offline')
        throw new TypeError('Failed to fetch')
      return new Response(null, { status: answer })
    })('/api/posts')
  await fetch(200)
  await expect(fetch('offline')).rejects.toThrow('The CMS cannot be reached. Try again in a moment.')
  await expect(fetch('offline')).rejects.toThrow()
  expect((await fetch(400)).status).toBe(400)
  await fetch(502)
  await fetch(200)
  expect(seen).toEqual([true, false, true, false])
})

it('learns nothing from a request that the form itself broke off', async () => {
  const connection = new Connection()
  const fetch = observeConnection(connection, async (_, init) => init!.signal!.throwIfAborted() as never)
  await expect(fetch('/api/posts', { signal: AbortSignal.abort('Not needed any more') })).rejects.toBe(
    'Not needed any more',
  )
  expect(connection.isLost()).toBe(false)
})
