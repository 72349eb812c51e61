import type { FormState } from 'payload'
import type { Change } from '../../../src/admin/journal/Change.ts'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { Recorder } from '../../../src/admin/journal/Recorder.ts'

describe('the recorder', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  it('hands over a typed change 75 ms later, however long the typing goes on', () => {
    const { recorder, written, type } = start({ title: { value: 'One' } })
    for (const value of ['One t', 'One tw', 'One two', 'One two t']) {
      type({ title: { value } })
      vi.advanceTimersByTime(25)
    }
    expect(written.at(-1)?.get('title')).toMatchObject({ base: 'One', mine: 'One two' })
    expect(written).toHaveLength(1)
    recorder.flush()
    expect(written.at(-1)?.get('title')).toMatchObject({ mine: 'One two t' })
  })

  it('forgets a change that the server has', () => {
    const { recorder, type } = start({ title: { value: 'One' } })
    const fields = type({ title: { value: 'One two' } })
    recorder.observe({ fields, isModified: false, saved: { title: 'One two' } })
    expect(recorder.changes.size).toBe(0)
  })

  it('keeps a change that a save did not bring, because it failed or because it was typed meanwhile', () => {
    const { recorder, type } = start({ title: { value: 'One' } })
    const fields = type({ title: { value: 'One two' } })
    // Payload calls a form unmodified when a save has failed.
    recorder.observe({ fields, isModified: false, saved: { title: 'One' } })
    expect(recorder.changes.get('title')).toMatchObject({ base: 'One', mine: 'One two' })
    recorder.observe({ fields, isModified: false, saved: { title: 'One t' } })
    expect(recorder.changes.get('title')).toMatchObject({ base: 'One t', mine: 'One two' })
  })

  it('takes what comes while nothing is modified for the server’s', () => {
    const { recorder } = start({ slug: { value: '' } })
    recorder.observe({ fields: { slug: { value: 'one' } }, isModified: false, saved: undefined })
    expect(recorder.changes.size).toBe(0)
  })

  it('knows what was taken back', () => {
    const { recorder, type } = start({ title: { value: 'One' } })
    type({ title: { value: 'One two' } })
    type({ title: { value: 'One' } })
    expect(recorder.changes.size).toBe(0)
  })

  it('names rows by their ids, and does not take a moved row for a changed one', () => {
    const { recorder, type } = start(rows(['a', 'One'], ['b', 'Two']))
    type(rows(['b', 'Two'], ['a', 'One and more']))
    expect([...recorder.changes.keys()].sort()).toEqual(['sections', 'sections[a].heading'])
    expect(recorder.changes.get('sections')).toMatchObject({
      isRows: true,
      base: [{ id: 'a' }, { id: 'b' }],
      mine: [{ id: 'b' }, { id: 'a' }],
    })
  })

  it('keeps all of an added row, and what was in a removed one', () => {
    const { recorder, type } = start(rows(['a', 'One']))
    type(rows(['c', 'Three']))
    expect(recorder.changes.get('sections[c].heading')).toMatchObject({ base: undefined, mine: 'Three' })
    expect(recorder.changes.get('sections[a].heading')).toMatchObject({ base: 'One', mine: undefined })
  })

  it('knows what an editor holds before the form does, wherever its row goes', () => {
    const { recorder, written, type } = start(rows(['a', 'One'], ['b', 'Two']))
    recorder.edited('sections.0.heading', () => 'One and more')
    type(rows(['b', 'Two'], ['a', 'One']))
    vi.advanceTimersByTime(100)
    expect(written.at(-1)?.get('sections[a].heading')).toMatchObject({ mine: 'One and more' })
    expect(written.at(-1)?.has('sections[b].heading')).toBe(false)
  })

  it('holds on to what an editor handed over although the form says that nothing is modified', () => {
    const { recorder } = start({ body: { value: 'One' } })
    recorder.edited('body', () => 'One and more')
    recorder.observe({ fields: { body: { value: 'One and more' } }, isModified: false, saved: undefined })
    recorder.flush()
    expect(recorder.changes.get('body')).toMatchObject({ base: 'One', mine: 'One and more' })
  })

  it('lets go of what an editor held when the server gives something else', () => {
    const { recorder } = start({ body: { value: 'One' } })
    recorder.edited('body', () => 'One and more')
    recorder.flush()
    recorder.observe({ fields: { body: { value: 'Another' } }, isModified: false, saved: undefined })
    expect(recorder.changes.size).toBe(0)
  })

  it('goes on when the page is filled anew while somebody types: what they did not touch is the server’s', () => {
    const { recorder, type } = start({ title: { value: 'One' }, slug: { value: 'one' } })
    type({ title: { value: 'One two' }, slug: { value: 'one' } })
    const fields = type({ title: { value: 'One two' }, slug: { value: 'another' } })
    recorder.observe({ fields, isModified: true, saved: { title: 'One', slug: 'another' } })
    expect([...recorder.changes.keys()]).toEqual(['title'])
  })

  it('has nothing to lose once a document is made, even if the server stored other words', () => {
    const { recorder, type } = start({ slug: { value: undefined } }, { isNew: true })
    const fields = type({ slug: { value: 'My Slug' } })
    recorder.observe({ fields, isModified: false, saved: { id: 1, slug: 'my-slug' } })
    expect(recorder.changes.size).toBe(0)
  })

  it('keeps nothing of a field that may not be kept', () => {
    const { recorder, type } = start({ password: { value: '' } }, { isRecordable: path => path !== 'password' })
    type({ password: { value: 'secret' } })
    recorder.edited('password', () => 'secret')
    recorder.flush()
    expect(recorder.changes.size).toBe(0)
  })
})

function start(
  fields: FormState,
  { isNew = false, isRecordable = () => true }: { isNew?: boolean, isRecordable?: (path: string) => boolean } = {},
) {
  const written: ReadonlyMap<string, Change>[] = []
  const recorder = new Recorder({
    record: 'r',
    isNew,
    isRecordable,
    onChange: changes => written.push(new Map(changes)),
  }, fields)
  const type = (fields: FormState) => {
    recorder.observe({ fields, isModified: true, saved: undefined })
    return fields
  }
  return { recorder, written, type }
}

function rows(...headings: [id: string, heading: string][]): FormState {
  return {
    sections: { value: headings.length, rows: headings.map(([id]) => ({ id })) },
    ...Object.fromEntries(headings.flatMap(([id, value], index) => [
      [`sections.${index}.id`, { value: id }],
      [`sections.${index}.heading`, { value }],
    ])),
  }
}
