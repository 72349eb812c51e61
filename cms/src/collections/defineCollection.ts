import type { CollectionConfig, CollectionSlug } from 'payload'
import { autosavedDrafts, draftControls } from '../drafts/autosavedDrafts.ts'

/**
 * A collection: labels, access, fields of its own, and what decides which rules hold for it. The rules themselves come
 * from plugins (`payload.config.ts`), which read from the fields what else a collection needs (see `collectionRules.ts`).
 */
export function defineCollection<Slug extends CollectionSlug>({ audited, drafts, readers, ...collection }: Definition<Slug>): CollectionConfig<Slug> {
  const { admin, custom } = collection
  const edit = admin.components?.edit
  return {
    ...collection,
    ...(drafts && {
      versions: autosavedDrafts,
      admin: { ...admin, components: { ...admin.components, edit: { ...edit, beforeDocumentControls: [...edit?.beforeDocumentControls ?? [], draftControls] } } },
    }),
    custom: { ...custom, facts: { audited, readers } satisfies Facts },
  }
}

/** What plugins ask about a collection. Payload’s own, and those that the CMS alone uses, have no readers and no audit. */
export function factsOf({ custom }: Pick<CollectionConfig, 'custom'>): Facts {
  return custom?.facts as Facts | undefined ?? { audited: false, readers: false }
}

export interface Facts {
  /**
   * Which changes the audit log records:
   *
   * - `content`: what becomes public or stops being so, deletes, and restores of versions
   * - `accounts`: sign-ins and whatever changes who may do what
   * - `deletes`: deletes alone
   */
  audited: 'accounts' | 'content' | 'deletes' | false
  /** Whether readers see the documents: their changes go into the change feed, and are proven live. */
  readers: boolean
}

/** Nothing that decides who may do what is left to Payload’s defaults. */
type Definition<Slug extends CollectionSlug> = Omit<CollectionConfig<Slug>, 'access' | 'admin' | 'versions'> & Facts & {
  admin: NonNullable<CollectionConfig<Slug>['admin']>
} & (
  | { access: Rules<'create' | 'delete' | 'read' | 'update'>, drafts: false }
  // Versions hold drafts, which are not for everybody.
  | { access: Rules<'create' | 'delete' | 'read' | 'readVersions' | 'update'>, drafts: true }
)

type Access = NonNullable<CollectionConfig['access']>

type Rules<Operation extends keyof Access> = Access & Required<Pick<Access, Operation>>
