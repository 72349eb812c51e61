import type { FieldHook, TextFieldSingleValidation } from 'payload'
import type { Leading } from '../redirects/PathLookup.ts'
import type { RedirectProblem } from '../redirects/problems.ts'
import { pathOfTarget, redirectTarget } from '@masthead/shared/redirectTarget'
import { sitePath } from '@masthead/shared/sitePath'
import { editorsAndMarketers, everyone, onlyStaff, systemManaged } from '../access.ts'
import { saysProblems } from '../addresses/checkAddress.ts'
import { env } from '../env.ts'
import { pathLookupOf } from '../redirects/PathLookup.ts'
import { problemOfFrom, problemOfTarget } from '../redirects/problems.ts'
import { flattenChain, FOLLOWING, retargetChains } from '../redirects/retargetChains.ts'
import { STATUSES } from '../redirects/STATUSES.ts'
import { defineCollection } from './defineCollection.ts'

const { afterInput, custom } = saysProblems(async (value, id, req) =>
  problemWords(await problemOfFrom(value, id, pathLookupOf(req))),
)

export const Redirects = defineCollection({
  slug: 'redirects',
  labels: { singular: 'Redirect', plural: 'Redirects' },
  readers: true,
  drafts: false,
  audited: 'content',
  access: { read: everyone, create: editorsAndMarketers, update: editorsAndMarketers, delete: editorsAndMarketers },
  admin: {
    group: 'Marketing',
    useAsTitle: 'from',
    defaultColumns: ['from', 'to', 'status', 'automatic', 'updatedAt'],
    listSearchableFields: ['from', 'to', 'note'],
    description:
      'New targets for addresses that no longer have a page. When a published address changes, the CMS creates its redirect.',
  },
  defaultSort: 'from',
  hooks: {
    beforeChange: [flattenChain],
    afterChange: [retargetChains],
  },
  fields: [
    {
      name: 'from',
      type: 'text',
      label: 'Old address',
      required: true,
      unique: true,
      index: true,
      maxLength: 500,
      hooks: {
        beforeValidate: [
          ({ value }) => typeof value === 'string' && value.trim() ? sitePath(value) ?? value : undefined,
        ],
      },
      validate: isFreeOfPages,
      custom,
      admin: {
        description: 'A path of this site, such as /old-page. Everything after a ? is ignored.',
        components: { afterInput },
      },
    },
    {
      name: 'status',
      type: 'select',
      label: 'Kind',
      required: true,
      defaultValue: '301',
      options: [...STATUSES],
    },
    {
      name: 'to',
      type: 'text',
      label: 'Leads to',
      maxLength: 2000,
      hooks: { beforeValidate: [asTarget] },
      validate: leadsSomewhere,
      admin: {
        condition: data => data?.status !== '410',
        description: 'A path of this site, such as /about, or a web address, https://….',
      },
    },
    {
      name: 'note',
      type: 'text',
      maxLength: 300,
      access: { read: onlyStaff },
      admin: { description: 'The reason for the redirect. Readers do not see it.' },
    },
    {
      name: 'automatic',
      type: 'checkbox',
      label: 'Made by itself',
      defaultValue: false,
      access: { create: systemManaged, update: systemManaged },
      hooks: { beforeChange: [untilChangedByHand] },
      admin: {
        position: 'sidebar',
        readOnly: true,
        description:
          'The CMS created it when the address of a page changed, and deletes it when a page is published at the old address again.',
      },
    },
    // The path that is looked up when the target page moves.
    {
      name: 'target',
      type: 'text',
      index: true,
      hidden: true,
      hooks: { beforeChange: [({ siblingData }) => pathOfTarget(String(siblingData.to ?? '')) ?? null] },
    },
  ],
})

async function isFreeOfPages(from: string | null | undefined, { id, req }: Judged): Promise<string | true> {
  return sentence(await problemOfFrom(from, id === undefined ? undefined : String(id), pathLookupOf(req)))
}

async function leadsSomewhere(to: string | null | undefined, { req, siblingData }: Judged): Promise<string | true> {
  return sentence(await problemOfTarget({ ...siblingData as Partial<Leading>, to }, pathLookupOf(req)))
}

type Judged = Parameters<TextFieldSingleValidation>[1]

function sentence(problem: RedirectProblem | undefined): string | true {
  return problemWords(problem) ?? true
}

function problemWords(problem: RedirectProblem | undefined): string | undefined {
  return problem && `${problem.problem} ${problem.fix}`
}

/** Returns the target in its stored form; null for an address that is gone. */
function asTarget({ data, originalDoc, value }: Parameters<FieldHook>[0]): unknown {
  if ((data?.status ?? originalDoc?.status) === '410')
    return null
  return typeof value === 'string' ? redirectTarget(value, env.siteUrl) ?? value.trim() : undefined
}

/** Clears the mark “Made by itself” when a user changes where the redirect leads. */
function untilChangedByHand({ operation, originalDoc, req, siblingData, value }: Parameters<FieldHook>[0]): unknown {
  const isLedElsewhere = ['from', 'status', 'to'].some(name => siblingData[name] !== originalDoc?.[name])
  return operation === 'update' && isLedElsewhere && !req.context[FOLLOWING] ? false : value
}
