import { queryString } from '@masthead/shared/queryString'
import { useAuth, useConfig, useDocumentInfo } from '@payloadcms/ui'

/**
 * Returns the path of the list of audit entries about the open document or global; undefined if the user may not read
 * them.
 */
export function useHistoryPath(): string | undefined {
  const { id, collectionSlug, globalSlug } = useDocumentInfo()
  const { user } = useAuth()
  const { config: { routes } } = useConfig()
  if (user?.role !== 'admin' || (globalSlug === undefined && id === undefined))
    return undefined
  const conditions = globalSlug === undefined
    ? [{ about: { equals: collectionSlug } }, { documentId: { equals: id } }]
    : [{ about: { equals: globalSlug } }]
  return `${routes.admin}/collections/audit-log${queryString({ where: { or: [{ and: conditions }] } })}`
}
