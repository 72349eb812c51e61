import type { FormState } from 'payload'
import type { Conflict } from '../../../src/drafts/merge/mergeChanges.ts'
import { mergeServerFormState } from '@payloadcms/ui/forms/Form/mergeServerFormState'
import { describe, expect, it } from 'vitest'
import { Baseline } from '../../../src/admin/merge/Baseline.ts'
import { documentOf } from '../../../src/admin/merge/documentOf.ts'
import { flatten } from '../../../src/drafts/merge/flatten.ts'
import { mergeChanges } from '../../../src/drafts/merge/mergeChanges.ts'
import { setValueAt } from '../../../src/drafts/merge/rowPath.ts'
import { formOf } from '../../patches/formOf.ts'
import { randomFrom } from '../../randomFrom.ts'

interface Row { id: string, text: string, points?: Row[] }
interface Document { title: string, excerpt: string, sections: Row[] }

const START: Document = {
  title: 'start',
  excerpt: 'start',
  sections: ['a', 'b', 'c'].map(id => ({ id, text: 'start', points: [{ id: `${id}1`, text: 'start' }] })),
}

/** All texts that users typed, and those that a user has replaced or removed while their form showed them. */
interface Texts {
  typed: Set<string>
  replaced: Set<string>
  /** Those in rows that a user has removed and may put back, as “user text”. */
  removed: Set<string>
}

/** A stored document, as the CMS merges saves into it. */
class Server {
  document: Record<string, unknown> = structuredClone(START) as never
  revision = 0
  /** The values that a conflict keeps aside, by user and field. */
  readonly held: { user: string, path: string, text: unknown }[] = []

  save(
    user: string,
    mine: Record<string, unknown>,
    changes: ReturnType<Baseline['send']>,
    replaced: string[],
  ): { conflicts: Conflict[], isMerged: boolean } {
    const isMerged = changes.revision !== String(this.revision)
    const { data, conflicts } = isMerged
      ? mergeChanges({ current: this.document, mine, changes })
      : { data: mine, conflicts: [] }
    this.document = structuredClone(data)
    this.revision++
    for (const conflict of conflicts) {
      const { path } = conflict
      const latest = this.held.findLastIndex(held => held.user === user && held.path === path)
      if (replaced.includes(path) && latest !== -1)
        this.held.splice(latest, 1)
      this.held.push({ user, path, text: conflict.kind === 'value' ? conflict.mine : conflict.kind })
    }
    return { conflicts, isMerged }
  }
}

/** A form of one user. Each text that it types is new, so that a lost one is found. */
class Form {
  fields: FormState = formOf(START as never)
  readonly baseline = new Baseline({ fields: this.fields, revision: '0' })
  readonly #user: string
  readonly #server: Server
  readonly #texts: Texts
  #count = 0
  #removed: Row | undefined
  #held: string[] = []

  constructor(user: string, server: Server, texts: Texts) {
    this.#user = user
    this.#server = server
    this.#texts = texts
  }

  edit(random: () => number): void {
    const document = documentOf(this.fields) as unknown as Document
    const { sections } = document
    const pick = <T>(list: T[]) => list[Math.floor(random() * list.length)]
    const word = `${this.#user}${++this.#count}`
    const kind = random()
    const row = pick(sections)
    const { typed, replaced, removed } = this.#texts
    if (kind < 0.3 || !row) {
      const name = pick(['title', 'excerpt'] as const)!
      replaced.add(document[name])
      document[name] = word
      typed.add(word)
    }
    else if (kind < 0.65) {
      replaced.add(row.text)
      row.text = word
      typed.add(word)
    }
    else if (kind < 0.75) {
      sections.splice(Math.floor(random() * (sections.length + 1)), 0, { id: word, text: word })
      typed.add(word)
    }
    else if (kind < 0.78 && this.#removed && !sections.some(({ id }) => id === this.#removed!.id)) {
      sections.push(this.#removed)
      removed.delete(`${this.#user} ${this.#removed.text}`)
      this.#removed = undefined
    }
    else if (kind < 0.85) {
      sections.splice(sections.indexOf(row), 1)
      this.#removed = row
      removed.add(`${this.#user} ${row.text}`)
    }
    else {
      sections.splice(sections.indexOf(row), 1)
      sections.splice(Math.floor(random() * (sections.length + 1)), 0, row)
    }
    this.fields = formOf(document as never)
  }

  /** Saves the form. The user types on while the request and its response are under way; either may get lost. */
  save(random: () => number, losses: { request: boolean, response: boolean }): void {
    if (this.baseline.isUncertain) {
      this.baseline.reconcile({
        incoming: structuredClone(this.#server.document),
        current: this.fields,
        revision: String(this.#server.revision),
      })
    }
    const sentState = this.fields
    const changes = structuredClone(this.baseline.send(sentState))
    if (losses.request)
      return
    const { conflicts, isMerged } = this.#server.save(this.#user, documentOf(sentState), changes, this.#held)
    const response = structuredClone(this.#server.document)
    const revision = String(this.#server.revision)
    if (losses.response)
      return
    if (random() < 0.5)
      this.edit(random)
    for (const conflict of conflicts) {
      if (conflict.kind === 'value')
        setValueAt(response, conflict.path, conflict.mine)
    }
    const incoming = formOf(response as never)
    this.fields = mergeServerFormState({
      acceptValues: true,
      currentState: this.fields,
      incomingState: incoming,
      sentState,
    })
    this.#held = conflicts.flatMap(({ kind, path }) => kind === 'value' ? [path] : [])
    if (isMerged)
      this.baseline.saved({ incoming, current: this.fields, revision, held: this.#held })
    else
      this.baseline.savedAlone({ incoming, revision })
  }

  /** Takes what others have saved, without a save. */
  follow(): void {
    if (this.baseline.isUncertain)
      return
    const incoming = formOf(structuredClone(this.#server.document) as never)
    this.fields = mergeServerFormState({
      acceptValues: true,
      currentState: this.fields,
      incomingState: incoming,
      sentState: this.baseline.fields,
    })
    this.baseline.merged({ incoming, current: this.fields, revision: String(this.#server.revision) })
  }
}

describe('forms of several users that save one document', () => {
  it.each(Array.from({ length: 100 }, (_, seed) => seed))('lose no text (%i)', (seed) => {
    const random = randomFrom(seed)
    const server = new Server()
    const texts = { typed: new Set<string>(), replaced: new Set<string>(), removed: new Set<string>() }
    const users = ['A', 'B', 'C'].slice(0, 2 + seed % 2)
    const forms = new Map(users.map(user => [user, new Form(user, server, texts)]))
    for (let step = 0; step < 60; step++) {
      const form = forms.get(users[Math.floor(random() * users.length)]!)!
      const kind = random()
      if (kind < 0.5)
        form.edit(random)
      else if (kind < 0.85)
        form.save(random, { request: random() < 0.1, response: random() < 0.1 })
      else
        form.follow()
    }
    for (const form of [...forms.values(), ...forms.values()])
      form.save(() => 1, { request: false, response: false })

    const stored = new Set(flatten(server.document).values.values())
    const held = new Set(server.held.map(({ text }) => text))
    const isGone = (text: string) => texts.replaced.has(text) || users.some(user => texts.removed.has(`${user} ${text}`))
    expect([...texts.typed].filter(text => !stored.has(text) && !held.has(text) && !isGone(text))).toEqual([])
  })
})
