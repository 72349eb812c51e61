import type { CollectionConfig, CollectionSlug } from 'payload'
import { autosavedDrafts, draftControls } from '../drafts/autosavedDrafts.ts'

/**
 * Defines a collection: labels, access, its own fields, and the facts that decide which rules apply. The rules
 * themselves come from plugins (`payload.config.ts`), which read everything else from the fields (see
 * `collectionRules.ts`).
 */
export function defineCollection<Slug extends CollectionSlug>(
  { audited, drafts, readers, ...collection }: Definition<Slug>,
): CollectionConfig<Slug> {
  const { admin, custom } = collection
  const edit = admin.components?.edit
  return {
    ...collection,
    ...(drafts && {
      versions: autosavedDrafts,
      admin: {
        ...admin,
        components: {
          ...admin.components,
          edit: { ...edit, beforeDocumentControls: [...edit?.beforeDocumentControls ?? [], draftControls] },
        },
      },
    }),
    custom: { ...custom, facts: { audited, readers } satisfies Facts },
  }
}

/**
 * Returns the facts that plugins need about a collection. Payload’s own collections and internal ones have no readers
 * and no audit.
 */
export function factsOf({ custom }: Pick<CollectionConfig, 'custom'>): Facts {
  return custom?.facts as Facts | undefined ?? { audited: false, readers: false }
}

export interface Facts {
  /**
   * The changes that the audit log records:
   *
   * - `content`: publishing and unpublishing, deletes, and restores of versions
   * - `accounts`: sign-ins and every change of users' rights
   * - `deletes`: deletes alone
   */
  audited: 'accounts' | 'content' | 'deletes' | false
  /** Whether readers see the documents: then the change feed records their changes, and live checks verify them. */
  readers: boolean
}

/** Every access rule is mandatory, so that Payload’s defaults decide nothing. */
type Definition<Slug extends CollectionSlug>
  = & Omit<CollectionConfig<Slug>, 'access' | 'admin' | 'versions'>
    & Facts
    & {
      admin: NonNullable<CollectionConfig<Slug>['admin']>
    }
    & (
      | { access: Rules<'create' | 'delete' | 'read' | 'update'>, drafts: false }
    // Versions hold drafts, so they need a rule of their own.
      | { access: Rules<'create' | 'delete' | 'read' | 'readVersions' | 'update'>, drafts: true }
  )

type Access = NonNullable<CollectionConfig['access']>

type Rules<Operation extends keyof Access> = Access & Required<Pick<Access, Operation>>
