import { expect, it } from 'vitest'
import { BackgroundComposer } from '../../../server/page-cache/BackgroundComposer'
import { dependencies, newFollowingCache, ownPage, words } from './page'

async function stage() {
  const { cache, layouts, layoutSource } = await newFollowingCache()
  const paths = Array.from({ length: 20 }, (_, number) => `/${number}`)
  for (const path of paths)
    cache.store(path, await ownPage(path, 'banner'), dependencies())
  const ended = new AbortController()
  const composer = new BackgroundComposer({ cache, layouts, signal: ended.signal })
  let last = 0
  const rename = async (name: string) => {
    layoutSource.name = name
    await cache.follow({ last: ++last, changes: [{ number: last, kind: 'changed', tags: ['frame'] }] })
    composer.wake()
  }
  const composed = () => paths.flatMap((path) => {
    const page = cache.get(path)
    return page ? [words(page)] : []
  })
  return { paths, layoutSource, rename, composed, ended }
}

it('composes every page for the layout of the moment', async () => {
  const { paths, rename, composed } = await stage()
  await rename('Spring')
  await expect.poll(composed).toEqual(paths.map(path => `${path}[Spring]`))
})

it('ends the work for a layout that is replaced', async () => {
  const { paths, rename, composed } = await stage()
  for (const name of ['Spring', 'Summer', 'Autumn', 'Winter'])
    await rename(name)
  await expect.poll(composed).toEqual(paths.map(path => `${path}[Winter]`))
})

it('goes on when the CMS responds again', async () => {
  const { paths, layoutSource, rename, composed } = await stage()
  layoutSource.isDown = true
  await rename('Spring')
  await expect.poll(() => layoutSource.requests).toBe(1)
  expect(composed()).toEqual([])
  layoutSource.isDown = false
  await expect.poll(composed, { timeout: 5000 }).toEqual(paths.map(path => `${path}[Spring]`))
})
