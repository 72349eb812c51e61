import type { Frame } from '../../../app/frame/Frame'
import type { RequestedFrame } from '../../../server/page-cache/Frames'
import { expect, it } from 'vitest'
import { FeedHistory } from '../../../server/changes/FeedHistory'
import { Frames } from '../../../server/page-cache/Frames'
import { uses } from './page'

function stage({ isFollowing = true } = {}) {
  const history = new FeedHistory(isFollowing ? { number: 0 } : undefined)
  const source: { name: string, requests: number, renders: string[], isBusy: boolean, respond: () => Promise<RequestedFrame> } = { name: 'The site', requests: 0, renders: [], isBusy: false, respond: async () => requested() }
  const frame = (): Frame => ({ name: source.name, navigation: [{ label: 'Blog', href: '/blog' }], footerLinks: [], banner: [] })
  const requested = () => ({ frame: frame(), uses: uses('site'), snapshot: history.snapshot() })
  const frames = new Frames({
    history,
    request: () => {
      source.requests++
      return source.respond()
    },
    replay: async () => requested(),
    render: async ({ name }, path) => {
      source.renders.push(path)
      if (source.isBusy)
        throw new Error('busy')
      return { header: name }
    },
  })
  let last = 0
  const change = (tag: string) => {
    history.follow({ last: ++last, changes: [{ number: last, kind: 'changed', tags: [tag] }] })
    if (frames.isAffectedBy({ number: last, kind: 'changed', tags: [tag] }))
      frames.invalidate()
  }
  return { frames, source, change, requested }
}

it('requests the frame once, until a change affects it', async () => {
  const { frames, source, change } = stage()
  await Promise.all([frames.get(), frames.get()])
  change('posts:x')
  await frames.get()
  expect([source.requests, frames.generation]).toEqual([1, 0])
  change('site')
  expect(frames.fresh).toBeUndefined()
  await frames.get()
  expect([source.requests, frames.generation]).toEqual([2, 1])
})

it('requests again what changed on its way', async () => {
  const { frames, source, change, requested } = stage()
  source.respond = async () => {
    const old = requested()
    if (source.requests === 1)
      change('site')
    return old
  }
  await frames.get()
  expect(source.requests).toBe(2)
})

it('remains the same where a change affects nothing that it shows', async () => {
  const { frames, source, change } = stage()
  const { fragmentsFor } = await frames.get()
  change('posts:x')
  expect(await frames.compare()).toBe('none')
  expect((await frames.get()).fragmentsFor).toBe(fragmentsFor)
  source.name = 'Another name'
  expect(await frames.compare()).toBe('all')
})

it('says where only the call to action under an article has changed', async () => {
  const { frames, source, requested } = stage()
  await frames.get()
  source.respond = async () => ({ ...requested(), frame: { ...requested().frame, articleCta: { headline: 'Talk to us', link: { label: 'Talk', href: '/enquiry' } } } })
  expect(await frames.compare()).toBe('articleCta')
  source.name = 'Another name'
  expect(await frames.compare()).toBe('all')
})

it('is not requested a second time after it was found to be another', async () => {
  const { frames, source, change } = stage()
  await frames.get()
  change('posts:x')
  source.name = 'Another name'
  expect(await frames.compare()).toBe('all')
  frames.invalidate()
  expect([(await frames.get()).frame.name, source.requests]).toEqual(['Another name', 2])
})

it('is requested again where it changed after it was found to be another', async () => {
  const { frames, source, change } = stage()
  await frames.get()
  source.name = 'Another name'
  await frames.compare()
  source.name = 'A third name'
  change('site')
  expect([(await frames.get()).frame.name, source.requests]).toEqual(['A third name', 3])
})

it('is requested again where the response that it was compared with failed', async () => {
  const { frames, source } = stage()
  await frames.get()
  const { respond } = source
  source.respond = () => Promise.reject(new Error('No answer.'))
  await frames.compare()
  frames.invalidate()
  source.respond = respond
  expect([(await frames.get()).frame.name, source.requests]).toEqual(['The site', 3])
})

it('does not count as the same where the CMS fails, or does not answer soon', async () => {
  const { frames, source } = stage()
  expect(await frames.compare()).toBe('all')
  await frames.get()
  source.respond = () => Promise.reject(new Error('No answer.'))
  expect(await frames.compare()).toBe('all')
  source.respond = () => new Promise(() => {})
  expect(await frames.compare()).toBe('all')
})

it('renders its parts once for all pages on which they look alike', async () => {
  const { frames, source } = stage()
  const { fragmentsFor } = await frames.get()
  await Promise.all(['/a', '/b', '/blog', '/blog/x', '/blog/y', '/a'].map(fragmentsFor))
  expect(source.renders).toEqual(['/a', '/blog', '/blog/x'])
})

it('renders parts again that could not be rendered', async () => {
  const { frames, source } = stage()
  source.isBusy = true
  const { fragmentsFor } = await frames.get()
  await expect(fragmentsFor('/a')).rejects.toThrow('busy')
  source.isBusy = false
  expect(Object.keys((await fragmentsFor('/a')).bySlot)).toEqual(['header'])
})

it('has a stand-in for the time in which the CMS cannot be asked', async () => {
  const { frames, source, change } = stage()
  await frames.get()
  change('site')
  source.respond = () => Promise.reject(new Error('No answer.'))
  await expect(frames.get()).rejects.toThrow('No answer.')
  const standIn = await frames.standIn()
  expect(standIn?.generation).toBe(1)
  expect(frames.fresh).toBeUndefined()
  change('site')
  expect((await frames.standIn())?.generation).toBe(2)
})

it('keeps no frame before the feed is followed: nothing would tell that it has changed', async () => {
  const { frames, source } = stage({ isFollowing: false })
  await frames.get()
  await frames.get()
  expect([source.requests, frames.fresh]).toEqual([2, undefined])
})
