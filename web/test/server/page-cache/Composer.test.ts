import { expect, it } from 'vitest'
import { Composer } from '../../../server/page-cache/Composer'
import { newFollowingCache, ownPage, uses, words } from './page'

async function stage() {
  const { cache, frames, frameSource } = await newFollowingCache()
  const paths = Array.from({ length: 20 }, (_, number) => `/${number}`)
  for (const path of paths)
    cache.store(path, await ownPage(path, 'banner'), uses())
  const ended = new AbortController()
  const composer = new Composer({ cache, frames, signal: ended.signal })
  let last = 0
  const rename = async (name: string) => {
    frameSource.name = name
    await cache.follow({ last: ++last, changes: [{ number: last, kind: 'changed', tags: ['frame'] }] })
    composer.wake()
  }
  const composed = () => paths.flatMap((path) => {
    const page = cache.get(path)
    return page ? [words(page)] : []
  })
  return { paths, frameSource, rename, composed, ended }
}

it('composes every page for the frame of the moment', async () => {
  const { paths, rename, composed } = await stage()
  await rename('Spring')
  await expect.poll(composed).toEqual(paths.map(path => `${path}[Spring]`))
})

it('ends the work for a frame that is replaced', async () => {
  const { paths, rename, composed } = await stage()
  for (const name of ['Spring', 'Summer', 'Autumn', 'Winter'])
    await rename(name)
  await expect.poll(composed).toEqual(paths.map(path => `${path}[Winter]`))
})

it('goes on when the CMS answers again', async () => {
  const { paths, frameSource, rename, composed } = await stage()
  frameSource.isDown = true
  await rename('Spring')
  await expect.poll(() => frameSource.requests).toBe(1)
  expect(composed()).toEqual([])
  frameSource.isDown = false
  await expect.poll(composed, { timeout: 5000 }).toEqual(paths.map(path => `${path}[Spring]`))
})
