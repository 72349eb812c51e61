import type { Layout } from '../../../app/layout/Layout'
import type { RequestedLayout } from '../../../server/page-cache/Layouts'
import { expect, it } from 'vitest'
import { FeedHistory } from '../../../server/changes/FeedHistory'
import { Layouts } from '../../../server/page-cache/Layouts'
import { dependencies } from './page'

function stage({ isFollowing = true } = {}) {
  const history = new FeedHistory(isFollowing ? { number: 0 } : undefined)
  const source: {
    name: string
    requests: number
    renderQueue: string[]
    isBusy: boolean
    respond: () => Promise<RequestedLayout>
  } = { name: 'The site', requests: 0, renderQueue: [], isBusy: false, respond: async () => requested() }
  const layout = (): Layout => ({
    name: source.name,
    navigation: [{ label: 'Blog', href: '/blog' }],
    footerLinks: [],
    banner: [],
  })
  const requested = () => ({ layout: layout(), dependencies: dependencies('site'), snapshot: history.snapshot() })
  const layouts = new Layouts({
    history,
    request: () => {
      source.requests++
      return source.respond()
    },
    replay: async () => requested(),
    render: async ({ name }, path) => {
      source.renderQueue.push(path)
      if (source.isBusy)
        throw new Error('busy')
      return { header: name }
    },
  })
  let last = 0
  const change = (tag: string) => {
    history.follow({ last: ++last, changes: [{ number: last, kind: 'changed', tags: [tag] }] })
    if (layouts.isAffectedBy({ number: last, kind: 'changed', tags: [tag] }))
      layouts.invalidate()
  }
  return { layouts, source, change, requested }
}

it('requests the layout once, until a change affects it', async () => {
  const { layouts, source, change } = stage()
  await Promise.all([layouts.get(), layouts.get()])
  change('posts:x')
  await layouts.get()
  expect([source.requests, layouts.generation]).toEqual([1, 0])
  change('site')
  expect(layouts.fresh).toBeUndefined()
  await layouts.get()
  expect([source.requests, layouts.generation]).toEqual([2, 1])
})

it('requests again what changed on its way', async () => {
  const { layouts, source, change, requested } = stage()
  source.respond = async () => {
    const old = requested()
    if (source.requests === 1)
      change('site')
    return old
  }
  await layouts.get()
  expect(source.requests).toBe(2)
})

it('remains the same where a change affects nothing that it shows', async () => {
  const { layouts, source, change } = stage()
  const { fragmentsFor } = await layouts.get()
  change('posts:x')
  expect(await layouts.compare()).toBe('none')
  expect((await layouts.get()).fragmentsFor).toBe(fragmentsFor)
  source.name = 'Another name'
  expect(await layouts.compare()).toBe('all')
})

it('says where only the call to action under an article has changed', async () => {
  const { layouts, source, requested } = stage()
  await layouts.get()
  source.respond = async () => ({
    ...requested(),
    layout: {
      ...requested().layout,
      articleCta: { headline: 'Talk to us', link: { label: 'Talk', href: '/enquiry' } },
    },
  })
  expect(await layouts.compare()).toBe('articleCta')
  source.name = 'Another name'
  expect(await layouts.compare()).toBe('all')
})

it('is not requested a second time after it was found to be another', async () => {
  const { layouts, source, change } = stage()
  await layouts.get()
  change('posts:x')
  source.name = 'Another name'
  expect(await layouts.compare()).toBe('all')
  layouts.invalidate()
  expect([(await layouts.get()).layout.name, source.requests]).toEqual(['Another name', 2])
})

it('is requested again where it changed after it was found to be another', async () => {
  const { layouts, source, change } = stage()
  await layouts.get()
  source.name = 'Another name'
  await layouts.compare()
  source.name = 'A third name'
  change('site')
  expect([(await layouts.get()).layout.name, source.requests]).toEqual(['A third name', 3])
})

it('is requested again where the response that it was compared with failed', async () => {
  const { layouts, source } = stage()
  await layouts.get()
  const { respond } = source
  source.respond = () => Promise.reject(new Error('No answer.'))
  await layouts.compare()
  layouts.invalidate()
  source.respond = respond
  expect([(await layouts.get()).layout.name, source.requests]).toEqual(['The site', 3])
})

it('does not count as the same where the CMS fails, or does not answer soon', async () => {
  const { layouts, source } = stage()
  expect(await layouts.compare()).toBe('all')
  await layouts.get()
  source.respond = () => Promise.reject(new Error('No answer.'))
  expect(await layouts.compare()).toBe('all')
  source.respond = () => new Promise(() => {})
  expect(await layouts.compare()).toBe('all')
})

it('renders its parts once for all pages on which they look alike', async () => {
  const { layouts, source } = stage()
  const { fragmentsFor } = await layouts.get()
  await Promise.all(['/a', '/b', '/blog', '/blog/x', '/blog/y', '/a'].map(fragmentsFor))
  expect(source.renderQueue).toEqual(['/a', '/blog', '/blog/x'])
})

it('renders parts again that could not be rendered', async () => {
  const { layouts, source } = stage()
  source.isBusy = true
  const { fragmentsFor } = await layouts.get()
  await expect(fragmentsFor('/a')).rejects.toThrow('busy')
  source.isBusy = false
  expect(Object.keys((await fragmentsFor('/a')).bySlot)).toEqual(['header'])
})

it('has a stand-in for the time in which the CMS cannot be asked', async () => {
  const { layouts, source, change } = stage()
  await layouts.get()
  change('site')
  source.respond = () => Promise.reject(new Error('No answer.'))
  await expect(layouts.get()).rejects.toThrow('No answer.')
  const standIn = await layouts.standIn()
  expect(standIn?.generation).toBe(1)
  expect(layouts.fresh).toBeUndefined()
  change('site')
  expect((await layouts.standIn())?.generation).toBe(2)
})

it('caches no layout before the feed is followed, since it would not notice a change', async () => {
  const { layouts, source } = stage({ isFollowing: false })
  await layouts.get()
  await layouts.get()
  expect([source.requests, layouts.fresh]).toEqual([2, undefined])
})
