import type { Role } from '@masthead/shared/roles'

/** Who asks: a role, or somebody who is not signed in. */
export const ASKERS = ['stranger', 'marketer', 'writer', 'editor', 'admin'] as const satisfies (Role | 'stranger')[]

export type Asker = typeof ASKERS[number]

/**
 * What is answered: yes, or a status that says no. `left out`: the answer comes without it. `ignored`: all else is
 * done, but not that. `undefined`: the question makes no sense.
 */
export type Answered = 'yes' | 400 | 401 | 403 | 404 | 409 | 'left out' | 'ignored' | undefined

export interface Rule {
  action: string
  answers: Record<Asker, Answered>
}

export interface Chapter {
  title: string
  /** What holds for all of it and is no matter of a role. */
  remark?: string
  collections: string[]
  rules: Rule[]
}

/**
 * Who may do what. docs/roles.md shows this table, and each of its cells is tried by REST: neither can say what is not
 * so. 404 stands where even the existence of a document is not theirs to know.
 */
export const CHAPTERS: Chapter[] = [
  {
    title: 'Articles, comparison tables, cards',
    remark:
      'They are drafts until somebody publishes them. An update of a published one says `draft=true` or a `_status`: readers see no change otherwise. Strangers and marketers own none. “In the trash” and “for good” are two steps: what is in the trash can be restored.',
    collections: ['posts', 'comparison-tables', 'takeaway-cards'],
    rules: [
      rule('read what is published', 'yes', 'yes', 'yes', 'yes', 'yes'),
      rule('read an own draft', undefined, undefined, 'yes', 'yes', 'yes'),
      rule('read somebody else’s draft', 404, 404, 404, 'yes', 'yes'),
      rule('read what somebody else is changing about what is published', 404, 404, 404, 'yes', 'yes'),
      rule('read own versions', undefined, undefined, 'yes', 'yes', 'yes'),
      rule('read somebody else’s versions', 403, 403, 403, 'yes', 'yes'),
      rule('read what somebody else has put in the trash', 404, 404, 404, 'yes', 'yes'),
      rule('begin a draft', 403, 403, 'yes', 'yes', 'yes'),
      rule('create and publish at once', 403, 403, 403, 'yes', 'yes'),
      rule('change an own draft', undefined, undefined, 'yes', 'yes', 'yes'),
      rule('change somebody else’s draft', 403, 403, 403, 'yes', 'yes'),
      rule('draft a change to an own published one', undefined, undefined, 'yes', 'yes', 'yes'),
      rule('draft a change to somebody else’s published one', 403, 403, 403, 'yes', 'yes'),
      rule('publish an own draft', undefined, undefined, 403, 'yes', 'yes'),
      rule('publish somebody else’s draft', 403, 403, 403, 'yes', 'yes'),
      rule('change an own published one and not say whether it is published', undefined, undefined, 403, 409, 409),
      rule('save nothing over an own published one with a pending change', undefined, undefined, 403, 409, 409),
      rule('unpublish an own one', undefined, undefined, 403, 'yes', 'yes'),
      rule('unpublish somebody else’s', 403, 403, 403, 'yes', 'yes'),
      rule('put an own draft in the trash', undefined, undefined, 'yes', 'yes', 'yes'),
      rule('put somebody else’s draft in the trash', 403, 403, 403, 'yes', 'yes'),
      rule('put an own published one in the trash', undefined, undefined, 403, 'yes', 'yes'),
      rule('put an own published one with a pending change in the trash', undefined, undefined, 403, 'yes', 'yes'),
      rule('restore an own draft from the trash', undefined, undefined, 'yes', 'yes', 'yes'),
      rule('restore somebody else’s draft from the trash', 403, 403, 403, 'yes', 'yes'),
      rule('restore an own published one from the trash', undefined, undefined, 403, 'yes', 'yes'),
      rule('delete an own draft for good', undefined, undefined, 'yes', 'yes', 'yes'),
      rule('delete somebody else’s draft for good', 403, 403, 403, 'yes', 'yes'),
      rule('delete an own published one for good', undefined, undefined, 403, 'yes', 'yes'),
      rule('take up an earlier version of an own one as a draft', undefined, undefined, 'yes', 'yes', 'yes'),
      rule('publish an earlier version of an own one', undefined, undefined, 403, 'yes', 'yes'),
      rule('take up an earlier version of somebody else’s', 403, 403, 403, 'yes', 'yes'),
      rule('keep a version of an own one', undefined, undefined, 'yes', 'yes', 'yes'),
      rule('keep a version of somebody else’s', 403, 403, 403, 'yes', 'yes'),
      rule('name an earlier version of an own one', undefined, undefined, 'yes', 'yes', 'yes'),
      rule('name an earlier version of somebody else’s', 403, 403, 403, 'yes', 'yes'),
      rule('discard an own pending change', undefined, undefined, 'yes', 'yes', 'yes'),
      rule('discard somebody else’s pending change', 403, 403, 403, 'yes', 'yes'),
      rule('duplicate what is published as a draft', 403, 403, 'yes', 'yes', 'yes'),
      rule('duplicate somebody else’s draft', 403, 403, 403, 'yes', 'yes'),
      rule('be told what uses a published one', 403, 'yes', 'yes', 'yes', 'yes'),
      rule('be told what uses somebody else’s draft', 403, 404, 404, 'yes', 'yes'),
      rule('be told whether a published one is live', 403, 'yes', 'yes', 'yes', 'yes'),
      rule('be told whether somebody else’s draft is live', 403, 404, 404, 'yes', 'yes'),
      rule('be told who has a published one open', 401, 'yes', 'yes', 'yes', 'yes'),
      rule('be told who has somebody else’s draft open', 401, 404, 404, 'yes', 'yes'),
      rule('take over the open form of an own one', undefined, undefined, 'yes', 'yes', 'yes'),
      rule('take over the open form of somebody else’s', 401, 403, 403, 'yes', 'yes'),
    ],
  },
  {
    title: 'Services, pages, calls to action',
    remark: 'They are drafts until somebody publishes them, and belong to all who look after them.',
    collections: ['services', 'pages', 'ctas'],
    rules: [
      rule('read what is published', 'yes', 'yes', 'yes', 'yes', 'yes'),
      rule('read a draft', 404, 'yes', 404, 'yes', 'yes'),
      rule('read what is being changed about what is published', 404, 'yes', 404, 'yes', 'yes'),
      rule('read versions', 403, 'yes', 403, 'yes', 'yes'),
      rule('read what is in the trash', 404, 'yes', 404, 'yes', 'yes'),
      rule('begin a draft', 403, 'yes', 403, 'yes', 'yes'),
      rule('create and publish at once', 403, 'yes', 403, 'yes', 'yes'),
      rule('change a draft', 403, 'yes', 403, 'yes', 'yes'),
      rule('draft a change to what is published', 403, 'yes', 403, 'yes', 'yes'),
      rule('change what is published and not say whether it is published', 403, 409, 403, 409, 409),
      rule('publish a draft', 403, 'yes', 403, 'yes', 'yes'),
      rule('unpublish', 403, 'yes', 403, 'yes', 'yes'),
      rule('put in the trash', 403, 'yes', 403, 'yes', 'yes'),
      rule('restore from the trash', 403, 'yes', 403, 'yes', 'yes'),
      rule('delete for good', 403, 'yes', 403, 'yes', 'yes'),
      rule('publish an earlier version', 403, 'yes', 403, 'yes', 'yes'),
      rule('take up an earlier version', 403, 'yes', 403, 'yes', 'yes'),
      rule('keep a version', 403, 'yes', 403, 'yes', 'yes'),
      rule('name an earlier version', 403, 'yes', 403, 'yes', 'yes'),
      rule('discard a pending change', 403, 'yes', 403, 'yes', 'yes'),
      rule('be told whether what is published is live', 403, 'yes', 'yes', 'yes', 'yes'),
      rule('be told whether a draft is live', 403, 'yes', 404, 'yes', 'yes'),
    ],
  },
  {
    title: 'Categories, authors',
    collections: ['categories', 'authors'],
    rules: [
      rule('read', 'yes', 'yes', 'yes', 'yes', 'yes'),
      rule('read what is in the trash', 404, 'yes', 'yes', 'yes', 'yes'),
      rule('create', 403, 403, 403, 'yes', 'yes'),
      rule('change', 403, 403, 403, 'yes', 'yes'),
      rule('duplicate', 403, 403, 403, 'yes', 'yes'),
      rule('put in the trash', 403, 403, 403, 'yes', 'yes'),
      rule('restore from the trash', 403, 403, 403, 'yes', 'yes'),
      rule('delete for good', 403, 403, 403, 'yes', 'yes'),
      rule('be told what uses it', 403, 'yes', 'yes', 'yes', 'yes'),
      rule('be told whether it is live', 403, 'yes', 'yes', 'yes', 'yes'),
    ],
  },
  {
    title: 'Pictures',
    remark: 'Public from the moment they are uploaded until they are put in the trash.',
    collections: ['media'],
    rules: [
      rule('read, and fetch the file', 'yes', 'yes', 'yes', 'yes', 'yes'),
      rule('read what is in the trash', 404, 'yes', 'yes', 'yes', 'yes'),
      rule('fetch a file in the trash', 403, 'yes', 'yes', 'yes', 'yes'),
      rule('upload', 403, 'yes', 'yes', 'yes', 'yes'),
      rule('change an own one', undefined, 'yes', 'yes', 'yes', 'yes'),
      rule('change somebody else’s', 403, 403, 403, 'yes', 'yes'),
      rule('put an own one in the trash', undefined, 'yes', 'yes', 'yes', 'yes'),
      rule('put somebody else’s in the trash', 403, 403, 403, 'yes', 'yes'),
      rule('restore an own one from the trash', undefined, 'yes', 'yes', 'yes', 'yes'),
      rule('restore somebody else’s from the trash', 403, 403, 403, 'yes', 'yes'),
      rule('delete an own one for good', undefined, 'yes', 'yes', 'yes', 'yes'),
      rule('delete somebody else’s for good', 403, 403, 403, 'yes', 'yes'),
      rule('be told what uses it', 403, 'yes', 'yes', 'yes', 'yes'),
      rule('be told whether it is live', 403, 'yes', 'yes', 'yes', 'yes'),
    ],
  },
  {
    title: 'Redirects',
    remark: 'Whoever follows one knows it; what was noted about it is for those who sign in.',
    collections: ['redirects'],
    rules: [
      rule('read', 'yes', 'yes', 'yes', 'yes', 'yes'),
      rule('read the note', 'left out', 'yes', 'yes', 'yes', 'yes'),
      rule('create', 403, 'yes', 403, 'yes', 'yes'),
      rule('change', 403, 'yes', 403, 'yes', 'yes'),
      rule('say that it was made by itself', 403, 'ignored', 403, 'ignored', 'ignored'),
      rule('delete', 403, 'yes', 403, 'yes', 'yes'),
      rule('be told whether it is live', 403, 'yes', 'yes', 'yes', 'yes'),
    ],
  },
  {
    title: 'People',
    remark: 'The last administrator stays one, and stays.',
    collections: ['users'],
    rules: [
      rule('read names', 403, 'yes', 'yes', 'yes', 'yes'),
      rule('read the own e-mail address and role', undefined, 'yes', 'yes', 'yes', 'yes'),
      rule('read somebody else’s e-mail address and role', 403, 'left out', 'left out', 'left out', 'yes'),
      rule('find people by e-mail address', 403, 400, 400, 400, 'yes'),
      rule('create', 403, 403, 403, 403, 'yes'),
      rule('change the own name and password', undefined, 'yes', 'yes', 'yes', 'yes'),
      rule('change somebody else’s name', 403, 403, 403, 403, 'yes'),
      rule('change somebody else’s password', 403, 403, 403, 403, 'yes'),
      rule('change the own role', undefined, 'ignored', 'ignored', 'ignored', 'yes'),
      rule('change somebody else’s role', 403, 403, 403, 403, 'yes'),
      rule('unlock an account', 403, 403, 403, 403, 'yes'),
      rule('make a one-time link for a new password', 403, 403, 403, 403, 'yes'),
      rule('list the own sessions, and end them', undefined, 'yes', 'yes', 'yes', 'yes'),
      rule('list somebody else’s sessions', 403, 403, 403, 403, 'yes'),
      rule('end somebody else’s sessions', 403, 403, 403, 403, 'yes'),
      rule('delete', 403, 403, 403, 403, 'yes'),
    ],
  },
  {
    title: 'Enquiries',
    remark:
      'Visitors send them by the form of the site. What they wrote stays as it is; a status and a note are set beside it. There is no trash: what is deleted is gone.',
    collections: ['enquiries'],
    rules: [
      rule('read', 403, 'yes', 403, 'yes', 'yes'),
      rule('list, count and search', 403, 'yes', 403, 'yes', 'yes'),
      rule('create', 403, 403, 403, 403, 403),
      rule('hand in without the service key', 401, 401, 401, 401, 401),
      rule('set the status and write a note', 403, 'yes', 403, 'yes', 'yes'),
      rule('change what the visitor wrote', 403, 'ignored', 403, 'ignored', 'ignored'),
      rule('delete', 403, 403, 403, 403, 'yes'),
    ],
  },
  {
    title: 'Change feed',
    remark: 'What the web has to draw anew. It is kept by the CMS itself: nobody reads or writes it by hand.',
    collections: ['feed', 'webs'],
    rules: [
      rule('follow without the service key', 401, 401, 401, 401, 401),
    ],
  },
  {
    title: 'Held changes',
    remark:
      'The changes of users that met those of others, until their authors choose. They have no routes of their own; each user reads and deletes their own through the document.',
    collections: ['held-changes'],
    rules: [
      rule('read', 404, 404, 404, 404, 404),
    ],
  },
  {
    title: 'Sign-in attempts',
    remark:
      'How many wrong passwords were counted, without addresses. The CMS keeps the counts itself. They have no routes; to unlock an account deletes its own.',
    collections: ['sign-in-attempts'],
    rules: [
      rule('read', 404, 404, 404, 404, 404),
    ],
  },
  {
    title: 'Second factors',
    remark:
      'Authenticator apps, recovery codes and passkeys. The CMS keeps them itself, encrypted, as hashes, and as public keys. They have no routes: their users set them up and turn them off on their account, and an administrator can remove them.',
    collections: ['second-factors', 'passkeys'],
    rules: [
      rule('read a secret', 404, 404, 404, 404, 404),
      rule('see whether somebody else has one', 403, 403, 403, 403, 'yes'),
      rule('set one up for somebody else', 403, 403, 403, 403, 403),
      rule('remove somebody else’s', 403, 403, 403, 403, 'yes'),
    ],
  },
  {
    title: 'Audit log',
    remark:
      'Who did what. The CMS writes it itself: nobody adds, changes or deletes an entry. What proves an entry is left out of every answer.',
    collections: ['audit-log'],
    rules: [
      rule('read', 403, 403, 403, 403, 'yes'),
      rule('list, count and search', 403, 403, 403, 403, 'yes'),
      rule('read what proves an entry', 403, 403, 403, 403, 'left out'),
      rule('create', 403, 403, 403, 403, 403),
      rule('change', 403, 403, 403, 403, 403),
      rule('change many', 403, 403, 403, 403, 403),
      rule('delete', 403, 403, 403, 403, 403),
      rule('delete many', 403, 403, 403, 403, 403),
    ],
  },
  {
    title: 'Preferences in the admin',
    remark: 'How somebody’s lists and forms look. The rest of what Payload keeps for itself has no routes.',
    collections: ['payload-preferences'],
    rules: [
      rule('write the own', 401, 'yes', 'yes', 'yes', 'yes'),
      rule('read somebody else’s', 'left out', 'left out', 'left out', 'left out', 'left out'),
    ],
  },
  {
    title: 'Site, enquiry section',
    collections: ['site', 'enquiry-section'],
    rules: [
      rule('read', 'yes', 'yes', 'yes', 'yes', 'yes'),
      rule('change', 403, 'yes', 403, 'yes', 'yes'),
      rule('be told whether it is live', 403, 'yes', 'yes', 'yes', 'yes'),
    ],
  },
]

function rule(action: string, ...answers: [Answered, Answered, Answered, Answered, Answered]): Rule {
  const [stranger, marketer, writer, editor, admin] = answers
  return { action, answers: { stranger, marketer, writer, editor, admin } }
}
