import type { DraftSlug } from '../../../src/drafts/DraftSlug.ts'
import type { Cms } from '../harness/cms.ts'
import type { Basics } from '../harness/content.ts'
import type { Answer, Session } from '../harness/Session.ts'
import type { Answered, Asker } from './table.ts'
import { randomUUID } from 'node:crypto'
import { expect } from 'vitest'
import { ADMIN } from '../harness/cms.ts'
import { contentOf, titleOf } from '../harness/contentOf.ts'
import { handIn } from '../harness/handIn.ts'
import { picture } from '../harness/picture.ts'
import { SEEN_ALL } from '../harness/SEEN_ALL.ts'

/** What a trial is made with. */
export interface Stage {
  cms: Cms
  basics: Basics
  collection: string
  /** Whoever asks. */
  asker: Session
  role: Asker
  /** A writer who is not the one who asks. */
  other: Session
  admin: Session
}

/** One way to ask for something, and what must be there before. */
export interface Trial {
  make?: Make
  ask: (stage: Stage, id: string) => Promise<Answer>
  /** How an answer is to be read, where its status does not say all. */
  read?: (stage: Stage, answer: Answer) => Answered
  /** Whether a yes changes what is asked about, which is then looked at. */
  changes?: boolean
}

/** Asks, and sees that a yes did what was asked, and that a no did nothing. */
export async function answerOf(trial: Trial, stage: Stage): Promise<Answered> {
  const id = takeUp(trial, stage) ?? await trial.make?.(stage) ?? ''
  const before = trial.changes ? await snapshot(stage, id) : undefined
  const answer = await trial.ask(stage, id)
  const answered = trial.read?.(stage, answer) ?? read(answer)
  if (trial.changes) {
    const after = await snapshot(stage, id)
    if (answered === 'yes')
      expect(after).not.toEqual(before)
    else if (answered !== 'ignored')
      expect(after).toEqual(before)
  }
  if (!trial.changes || typeof answered === 'number')
    untouched = { trial, collection: stage.collection, id }
  return answered
}

/**
 * What the one before was refused is as it was, and there for the next who asks the same, if it is not to be their own.
 */
let untouched: { trial: Trial, collection: string, id: string } | undefined

function takeUp(trial: Trial, { collection }: Stage): string | undefined {
  const { trial: last, collection: where, id } = untouched ?? {}
  untouched = undefined
  return last === trial && where === collection && (trial.make?.hand === 'other' || trial.make?.hand === 'admin')
    ? id
    : undefined
}

export const trials: Record<string, Record<string, Trial>> = {
  'Articles, comparison tables, cards': {
    'read what is published': { make: published('other'), ask: get },
    'read an own draft': { make: draft('asker'), ask: get },
    'read somebody else’s draft': { make: draft('other'), ask: get },
    'read what somebody else is changing about what is published': {
      make: changed('other'),
      ask: ({ asker, collection }, id) => asker.send('GET', `/api/${collection}/${id}`, { query: { draft: true } }),
      read: (_, { text }) => text.includes('A pending change') ? 'yes' : 404,
    },
    'read own versions': { make: published('asker'), ask: getVersion },
    'read somebody else’s versions': { make: published('other'), ask: getVersion },
    'read what somebody else has put in the trash': { make: trashed(published('other')), ask: get },
    'begin a draft': { ask: stage => create(stage, { draft: true }), changes: true },
    'create and publish at once': { ask: stage => create(stage, {}, { _status: 'published' }), changes: true },
    'change an own draft': { make: draft('asker'), ask: change({ draft: true }), changes: true },
    'change somebody else’s draft': { make: draft('other'), ask: change({ draft: true }), changes: true },
    'draft a change to an own published one': { make: published('asker'), ask: change({ draft: true }), changes: true },
    'draft a change to somebody else’s published one': {
      make: published('other'),
      ask: change({ draft: true }),
      changes: true,
    },
    'publish an own draft': { make: draft('asker'), ask: patch({ _status: 'published' }), changes: true },
    'publish somebody else’s draft': { make: draft('other'), ask: patch({ _status: 'published' }), changes: true },
    'change an own published one and not say whether it is published': {
      make: published('asker'),
      ask: change({}),
      changes: true,
    },
    'save nothing over an own published one with a pending change': {
      make: changed('asker'),
      ask: patch({}),
      changes: true,
    },
    'unpublish an own one': { make: published('asker'), ask: patch({ _status: 'draft' }), changes: true },
    'unpublish somebody else’s': { make: published('other'), ask: patch({ _status: 'draft' }), changes: true },
    'put an own draft in the trash': { make: draft('asker'), ask: trash, changes: true },
    'put somebody else’s draft in the trash': { make: draft('other'), ask: trash, changes: true },
    'put an own published one in the trash': { make: published('asker'), ask: trash, changes: true },
    'put an own published one with a pending change in the trash': {
      make: changed('asker'),
      ask: trash,
      changes: true,
    },
    'restore an own draft from the trash': { make: trashed(draft('asker')), ask: restore('draft'), changes: true },
    'restore somebody else’s draft from the trash': {
      make: trashed(draft('other')),
      ask: restore('draft'),
      changes: true,
    },
    'restore an own published one from the trash': {
      make: trashed(published('asker')),
      ask: restore('published'),
      changes: true,
    },
    'delete an own draft for good': { make: draft('asker'), ask: remove, changes: true },
    'delete somebody else’s draft for good': { make: draft('other'), ask: remove, changes: true },
    'delete an own published one for good': { make: published('asker'), ask: remove, changes: true },
    'take up an earlier version of an own one as a draft': {
      make: changed('asker'),
      ask: restoreFirstVersion({}),
      changes: true,
    },
    'publish an earlier version of an own one': {
      make: changed('asker'),
      ask: restoreFirstVersion({ _status: 'published' }),
      changes: true,
    },
    'take up an earlier version of somebody else’s': {
      make: changed('other'),
      ask: restoreFirstVersion({}),
      changes: true,
    },
    'keep a version of an own one': { make: changed('asker'), ask: keepVersion, changes: true },
    'keep a version of somebody else’s': { make: changed('other'), ask: keepVersion, changes: true },
    'name an earlier version of an own one': { make: changed('asker'), ask: nameFirstVersion },
    'name an earlier version of somebody else’s': { make: changed('other'), ask: nameFirstVersion },
    'discard an own pending change': { make: changed('asker'), ask: discardDraft, changes: true },
    'discard somebody else’s pending change': { make: changed('other'), ask: discardDraft, changes: true },
    'duplicate what is published as a draft': { make: published('other'), ask: duplicate },
    'duplicate somebody else’s draft': { make: draft('other'), ask: duplicate },
    'be told what uses a published one': { make: published('other'), ask: uses },
    'be told what uses somebody else’s draft': { make: draft('other'), ask: uses },
    'be told whether a published one is live': { make: published('other'), ask: live },
    'be told whether somebody else’s draft is live': { make: draft('other'), ask: live },
    'be told who has a published one open': { make: published('other'), ask: presence },
    'be told who has somebody else’s draft open': { make: draft('other'), ask: presence },
    'take over the open form of an own one': { make: published('asker'), ask: takeOver },
    'take over the open form of somebody else’s': { make: published('other'), ask: takeOver },
  },
  'Services, pages, calls to action': {
    'read what is published': { make: published('admin'), ask: get },
    'read a draft': { make: draft('admin'), ask: get },
    'read what is being changed about what is published': {
      make: changed('admin'),
      ask: ({ asker, collection }, id) => asker.send('GET', `/api/${collection}/${id}`, { query: { draft: true } }),
      read: (_, { text }) => text.includes('A pending change') ? 'yes' : 404,
    },
    'read versions': { make: published('admin'), ask: getVersion },
    'read what is in the trash': { make: trashed(published('admin')), ask: get },
    'begin a draft': { ask: stage => create(stage, { draft: true }), changes: true },
    'create and publish at once': { ask: stage => create(stage, {}, { _status: 'published' }), changes: true },
    'change a draft': { make: draft('admin'), ask: change({ draft: true }), changes: true },
    'draft a change to what is published': { make: published('admin'), ask: change({ draft: true }), changes: true },
    'change what is published and not say whether it is published': {
      make: published('admin'),
      ask: change({}),
      changes: true,
    },
    'publish a draft': { make: draft('admin'), ask: patch({ _status: 'published' }), changes: true },
    'unpublish': { make: published('admin'), ask: patch({ _status: 'draft' }), changes: true },
    'put in the trash': { make: published('admin'), ask: trash, changes: true },
    'restore from the trash': { make: trashed(published('admin')), ask: restore('published'), changes: true },
    'delete for good': { make: draft('admin'), ask: remove, changes: true },
    'publish an earlier version': {
      make: changed('admin'),
      ask: restoreFirstVersion({ _status: 'published' }),
      changes: true,
    },
    'take up an earlier version': { make: changed('admin'), ask: restoreFirstVersion({}), changes: true },
    'keep a version': { make: changed('admin'), ask: keepVersion, changes: true },
    'name an earlier version': { make: changed('admin'), ask: nameFirstVersion },
    'discard a pending change': { make: changed('admin'), ask: discardDraft, changes: true },
    'be told whether what is published is live': { make: published('admin'), ask: live },
    'be told whether a draft is live': { make: draft('admin'), ask: live },
  },
  'Categories, authors': {
    'read': { make: made('admin'), ask: get },
    'read what is in the trash': { make: trashed(made('admin')), ask: get },
    'create': { ask: stage => create(stage, {}), changes: true },
    'change': { make: made('admin'), ask: change({}), changes: true },
    'duplicate': { make: made('admin'), ask: duplicate },
    'put in the trash': { make: made('admin'), ask: trash, changes: true },
    'restore from the trash': { make: trashed(made('admin')), ask: restore(), changes: true },
    'delete for good': { make: made('admin'), ask: remove, changes: true },
    'be told what uses it': { make: made('admin'), ask: uses },
    'be told whether it is live': { make: made('admin'), ask: live },
  },
  'Pictures': {
    'read, and fetch the file': { make: uploaded('other'), ask: getFile },
    'read what is in the trash': { make: trashed(uploaded('other')), ask: get },
    'fetch a file in the trash': { make: trashed(uploaded('other')), ask: getFile },
    'upload': {
      ask: async ({ asker }) => asker.send('POST', '/api/media', { file: await picture(), body: { alt: 'Mine' } }),
      changes: true,
    },
    'change an own one': { make: uploaded('asker'), ask: patch({ alt: 'Changed' }), changes: true },
    'change somebody else’s': { make: uploaded('other'), ask: patch({ alt: 'Changed' }), changes: true },
    'put an own one in the trash': { make: uploaded('asker'), ask: trash, changes: true },
    'put somebody else’s in the trash': { make: uploaded('other'), ask: trash, changes: true },
    'restore an own one from the trash': { make: trashed(uploaded('asker')), ask: restore(), changes: true },
    'restore somebody else’s from the trash': { make: trashed(uploaded('other')), ask: restore(), changes: true },
    'delete an own one for good': { make: uploaded('asker'), ask: remove, changes: true },
    'delete somebody else’s for good': { make: uploaded('other'), ask: remove, changes: true },
    'be told what uses it': { make: uploaded('other'), ask: uses },
    'be told whether it is live': { make: uploaded('other'), ask: live },
  },
  'Redirects': {
    'read': { make: made('admin'), ask: get },
    'read the note': {
      make: made('admin'),
      ask: get,
      read: (_, answer) => answer.text.includes('What it is for') ? read(answer) : 'left out',
    },
    'create': { ask: stage => create(stage, {}), changes: true },
    'change': { make: made('admin'), ask: patch({ to: '/elsewhere' }), changes: true },
    'say that it was made by itself': {
      make: made('admin'),
      ask: patch({ automatic: true }),
      read: (_, answer) => answer.text.includes('"automatic":false') ? 'ignored' : read(answer),
      changes: true,
    },
    'delete': { make: made('admin'), ask: remove, changes: true },
    'be told whether it is live': { make: made('admin'), ask: live },
  },
  'People': {
    'read names': {
      make: somebody,
      ask: get,
      read: (_, answer) => answer.status < 300 && !answer.text.includes('Some Body') ? 'left out' : read(answer),
    },
    'read the own e-mail address and role': {
      ask: ({ asker }) => asker.send('GET', `/api/users/${asker.person.id}`),
      read: showsContact,
    },
    'read somebody else’s e-mail address and role': { make: somebody, ask: get, read: showsContact },
    'find people by e-mail address': {
      make: somebody,
      ask: ({ asker }) => asker.send('GET', '/api/users', { query: { where: { email: { like: 'somebody' } } } }),
    },
    'create': { make: nobody, ask: ({ asker }) => asker.send('POST', '/api/users', { body: person() }), changes: true },
    'change the own name and password': {
      make: async ({ asker }) => asker.person.id,
      ask: changeOwnPassword,
      changes: true,
    },
    'change somebody else’s name': { make: somebody, ask: patch({ name: 'Renamed' }), changes: true },
    'change somebody else’s password': { make: somebody, ask: patch({ password: 'mine now, mine' }), changes: true },
    'change the own role': {
      make: async ({ asker }) => asker.person.id,
      // The only administrator could not give up the role, which is another rule.
      ask: patch({ role: 'admin' }),
      read: ({ role }, answer) =>
        answer.status < 300 && role !== 'admin' && !answer.text.includes('"role":"admin"') ? 'ignored' : read(answer),
    },
    'change somebody else’s role': { make: somebody, ask: patch({ role: 'marketer' }), changes: true },
    'unlock an account': {
      make: somebody,
      ask: ({ asker }) => asker.send('POST', '/api/users/unlock', { body: { email: ADDRESS } }),
    },
    'make a one-time link for a new password': {
      make: somebody,
      ask: ({ asker }, id) => asker.send('POST', `/api/users/${id}/one-time-link`),
    },
    'list the own sessions, and end them': {
      ask: async ({ asker }) => {
        const listed = await asker.send('GET', `/api/users/${asker.person.id}/sessions`)
        // The one that asks goes on: the trials after this need it.
        return listed.status === 200 ? asker.send('DELETE', `/api/users/${asker.person.id}/sessions`) : listed
      },
    },
    'list somebody else’s sessions': {
      make: somebody,
      ask: ({ asker }, id) => asker.send('GET', `/api/users/${id}/sessions`),
    },
    'end somebody else’s sessions': {
      make: somebody,
      ask: ({ asker }, id) => asker.send('DELETE', `/api/users/${id}/sessions`),
    },
    'delete': { make: somebody, ask: remove, changes: true },
  },
  'Enquiries': {
    'read': { make: enquiry, ask: get },
    'list, count and search': {
      make: enquiry,
      ask: ({ asker }) =>
        asker.send('GET', '/api/enquiries/count', { query: { where: { email: { like: 'example' } } } }),
    },
    'create': {
      ask: ({ asker }) =>
        asker.send('POST', '/api/enquiries', {
          body: { ...WORDS, reference: 'AAAA-AAAA', submission: 'x', moment: 'x' },
        }),
      changes: true,
    },
    'hand in without the service key': {
      ask: ({ asker }) => asker.send('POST', '/api/enquiries/submit', { body: WORDS }),
      changes: true,
    },
    'set the status and write a note': {
      make: enquiry,
      ask: patch({ status: 'answered', note: 'Called back.' }),
      changes: true,
    },
    'change what the visitor wrote': {
      make: enquiry,
      ask: patch({
        name: 'X',
        email: 'x@example.com',
        company: 'X',
        message: 'Changed',
        page: '/x',
        reference: 'AAAA-AAAA',
      }),
      read: (_, answer) =>
        answer.status < 300 && answer.text.includes(WORDS.message) && !/"X"|AAAA/.test(answer.text)
          ? 'ignored'
          : read(answer),
      changes: true,
    },
    'delete': { make: enquiry, ask: remove, changes: true },
  },
  'Change feed': {
    'follow without the service key': {
      ask: ({ asker }) => asker.send('GET', '/api/changes', { query: { after: 0 } }),
    },
  },
  'Held changes': {
    read: { ask: ({ asker }) => asker.send('GET', '/api/held-changes') },
  },
  'Sign-in attempts': {
    read: { ask: ({ asker }) => asker.send('GET', '/api/sign-in-attempts') },
  },
  'Second factors': {
    'read a secret': { ask: ({ asker, collection }) => asker.send('GET', `/api/${collection}`) },
    'see whether somebody else has one': {
      ask: ({ asker, other }) => asker.send('GET', `/api/users/${other.person.id}/second-factor`),
    },
    'set one up for somebody else': {
      ask: ({ asker, other }) => asker.send('POST', `/api/users/${other.person.id}/second-factor/totp`),
    },
    // It ends the sessions of its user.
    'remove somebody else’s': {
      make: somebody,
      ask: ({ asker }, id) => asker.send('DELETE', `/api/users/${id}/second-factor`),
    },
  },
  'Audit log': {
    'read': { make: auditEntry, ask: get },
    'list, count and search': {
      make: auditEntry,
      ask: ({ asker }) =>
        asker.send('GET', '/api/audit-log/count', { query: { where: { name: { like: 'Administrator' } } } }),
    },
    'read what proves an entry': {
      make: auditEntry,
      ask: ({ asker }, id) => asker.send('GET', `/api/audit-log/${id}`, { query: { showHiddenFields: true } }),
      read: (_, answer) =>
        answer.status < 300
        && !/"(?:key|mac|nameSalt|nameDigest|titleSalt|titleDigest|previous|seal)"/.test(answer.text)
          ? 'left out'
          : read(answer),
    },
    'create': {
      ask: ({ asker }) =>
        asker.send('POST', '/api/audit-log', {
          body: {
            at: new Date().toISOString(),
            event: 'published',
            actor: 'user',
            name: 'Not I',
            key: 'x',
            nameDigest: 'x',
            titleDigest: 'x',
            mac: 'x',
          },
        }),
    },
    'change': { make: auditEntry, ask: patch({ name: 'Not I' }), changes: true },
    'change many': {
      make: auditEntry,
      ask: ({ asker }) =>
        asker.send('PATCH', '/api/audit-log', {
          query: { where: { event: { exists: true } } },
          body: { name: 'Not I' },
        }),
    },
    'delete': { make: auditEntry, ask: remove, changes: true },
    'delete many': {
      make: auditEntry,
      ask: ({ asker }) => asker.send('DELETE', '/api/audit-log', { query: { where: { event: { exists: true } } } }),
    },
  },
  'Preferences in the admin': {
    'write the own': {
      ask: ({ asker }) =>
        asker.send('POST', '/api/payload-preferences/list', { body: { value: { columns: ['title'] } } }),
    },
    'read somebody else’s': {
      make: async ({ other }) => {
        await other.send('POST', '/api/payload-preferences/list', { body: { value: { search: 'Their words' } } })
        return ''
      },
      ask: ({ asker }) => asker.send('GET', '/api/payload-preferences/list'),
      read: (_, answer) => answer.text.includes('Their words') ? 'yes' : 'left out',
    },
  },
  'Site, enquiry section': {
    'read': { ask: ({ asker, collection }) => asker.send('GET', `/api/globals/${collection}`) },
    'change': {
      ask: ({ asker, collection }) =>
        asker.send('POST', `/api/globals/${collection}`, {
          body: collection === 'site' ? { tagline: 'A new one' } : { heading: 'A new one' },
        }),
    },
    'be told whether it is live': {
      ask: ({ asker, collection }) => asker.send('GET', `/api/globals/${collection}/live`, { query: { prove: 0 } }),
    },
  },
}

/** Makes what is asked about, and gives its id. */
interface Make {
  (stage: Stage): Promise<string>
  /** Whose it is, where that matters. */
  hand?: Hand
}

type Hand = 'admin' | 'asker' | 'other'

function by(hand: Hand | undefined, make: Make): Make {
  return Object.assign(make, { hand })
}

function read({ status }: Answer): Answered {
  return status < 300 ? 'yes' : status as Answered
}

function get({ asker, collection }: Stage, id: string): Promise<Answer> {
  return asker.send('GET', `/api/${collection}/${id}`, { query: { draft: true, trash: true } })
}

function uses({ asker, collection }: Stage, id: string): Promise<Answer> {
  return asker.send('GET', `/api/${collection}/${id}/uses`)
}

/** Without a look at the site, of which there is none here. */
function live({ asker, collection }: Stage, id: string): Promise<Answer> {
  return asker.send('GET', `/api/${collection}/${id}/live`, { query: { prove: 0 } })
}

function presence({ asker, collection }: Stage, id: string): Promise<Answer> {
  return asker.send('GET', `/api/${collection}/${id}/presence`)
}

function takeOver({ asker, collection }: Stage, id: string): Promise<Answer> {
  return asker.send('POST', `/api/${collection}/${id}/presence`, { body: { from: 'one', by: 'another' } })
}

async function getFile({ asker, admin }: Stage, id: string): Promise<Answer> {
  const { filename } = await admin.get('media', id, { trash: true })
  return asker.send('GET', `/api/media/file/${filename}`)
}

async function getVersion({ asker, admin, collection }: Stage, id: string): Promise<Answer> {
  const [version] = await admin.versions(collection as DraftSlug, id)
  return asker.send('GET', `/api/${collection}/versions/${version!.id}`)
}

function create({ asker, basics, collection }: Stage, query: object, parts: object = {}): Promise<Answer> {
  return asker.send('POST', `/api/${collection}`, { query, body: { ...contentOf(collection, basics), ...parts } })
}

function patch(body: object, query: object = {}): Trial['ask'] {
  return ({ asker, collection }, id) => asker.send('PATCH', `/api/${collection}/${id}`, { query, body })
}

/** To the one that they have: the trials after this confirm what they do with it. */
function changeOwnPassword(stage: Stage, id: string): Promise<Answer> {
  return patch({ name: 'My new name', password: stage.role === 'admin' ? ADMIN.password : 'battery staple' })(stage, id)
}

function change(query: object): Trial['ask'] {
  return (stage, id) => patch({ [titleOf(stage.collection)]: 'Changed' }, { ...query, ...SEEN_ALL })(stage, id)
}

function trash(stage: Stage, id: string): Promise<Answer> {
  return patch({ deletedAt: new Date().toISOString() })(stage, id)
}

function restore(status?: 'draft' | 'published'): Trial['ask'] {
  return patch({ deletedAt: null, ...(status && { _status: status }) }, { trash: true })
}

function remove({ asker, collection }: Stage, id: string): Promise<Answer> {
  return asker.send('DELETE', `/api/${collection}/${id}`)
}

function duplicate({ asker, collection }: Stage, id: string): Promise<Answer> {
  return asker.send('POST', `/api/${collection}/${id}/duplicate`, { query: { draft: true } })
}

function restoreFirstVersion(body: object): Trial['ask'] {
  return async ({ asker, admin, collection }, id) => {
    const first = (await admin.versions(collection as DraftSlug, id)).at(-1)!
    return asker.send('POST', `/api/${collection}/versions/${first.id}`, { body })
  }
}

function keepVersion({ asker, collection }: Stage, id: string): Promise<Answer> {
  return asker.send('POST', `/api/${collection}/${id}/keep-version`, { body: { name: 'Kept' } })
}

async function nameFirstVersion({ asker, admin, collection }: Stage, id: string): Promise<Answer> {
  const first = (await admin.versions(collection as DraftSlug, id)).at(-1)!
  return asker.send('PATCH', `/api/${collection}/versions/${first.id}`, { body: { name: 'The first' } })
}

function discardDraft({ asker, collection }: Stage, id: string): Promise<Answer> {
  return asker.send('POST', `/api/${collection}/${id}/discard-draft`)
}

function made(hand: Hand, query: object = {}): Make {
  return by(hand, async (stage) => {
    const { body: { doc }, text } = await create({ ...stage, asker: stage[hand] }, query) as Answer<
      { doc: { id: string } }
    >
    expect(doc, text).toBeDefined()
    return doc.id
  })
}

function draft(hand: Hand): Make {
  return made(hand, { draft: true })
}

/** Begun by one, published by an administrator. */
function published(hand: Hand): Make {
  return by(hand, async (stage) => {
    const id = await draft(hand)(stage)
    await stage.admin.publish(stage.collection as DraftSlug, id)
    return id
  })
}

/** Published, and changed since then in a draft of its owner's. */
function changed(hand: Hand): Make {
  return by(hand, async (stage) => {
    const id = await published(hand)(stage)
    await stage[hand].saveDraft(stage.collection as DraftSlug, id, { [titleOf(stage.collection)]: 'A pending change' })
    return id
  })
}

/** One that is sealed: the CMS itself changes it no more. */
async function auditEntry({ admin }: Stage): Promise<string> {
  const sealed = async () => (await admin.find('audit-log', { where: { number: { exists: true } }, limit: 1 })).docs[0]
  await expect.poll(sealed).toBeDefined()
  return (await sealed())!.id
}

function uploaded(hand: Hand): Make {
  return by(hand, async stage => (await stage[hand].upload(await picture())).id)
}

function trashed(make: Make): Make {
  return by(make.hand, async (stage) => {
    const id = await make(stage)
    await stage.admin.trash(stage.collection as DraftSlug, id)
    return id
  })
}

const WORDS = {
  name: 'Ines Vold',
  email: 'ines@example.com',
  company: '',
  message: 'A queue that never empties.',
  page: '/enquiry',
}

/** Handed in by the web; another each time, for the same words would be the same enquiry. */
async function enquiry({ cms, admin }: Stage): Promise<string> {
  const reference = await handIn(cms, { ...WORDS, name: randomUUID() })
  const { docs: [made] } = await admin.find('enquiries', { where: { reference: { equals: reference } } })
  return made!.id
}

const ADDRESS = 'somebody@example.com'

function person() {
  return { name: 'Some Body', email: ADDRESS, role: 'writer' as const, password: 'battery staple' }
}

async function nobody({ admin }: Stage): Promise<string> {
  await admin.send('DELETE', '/api/users', { query: { where: { email: { equals: ADDRESS } } } })
  return ''
}

/** Always a new person: the one of the trial before may have been renamed or deleted. */
async function somebody(stage: Stage): Promise<string> {
  await nobody(stage)
  return (await stage.admin.create('users', person())).id
}

function showsContact(_: Stage, answer: Answer): Answered {
  const { email, role } = (answer.body ?? {}) as { email?: string, role?: string }
  return answer.status < 300 && (email === undefined || role === undefined) ? 'left out' : read(answer)
}

/** All that there is of a document, or, where none is given, how many there are. */
async function snapshot({ admin, collection }: Stage, id: string): Promise<string[]> {
  const path = id ? `/api/${collection}/${id}` : `/api/${collection}/count`
  const answers = await Promise.all([
    admin.send('GET', path, { query: { trash: true, depth: 0 } }),
    admin.send('GET', path, { query: { trash: true, depth: 0, draft: true } }),
  ])
  return answers.map(({ text }) => text)
}
