import type { ClientField, RelationshipFieldClient, UploadFieldClient } from 'payload'

/** A document that a field refers to. */
export interface Reference {
  collection: string
  id: string
}

type ReferenceField = RelationshipFieldClient | UploadFieldClient

export function isReference(field: ClientField): field is ReferenceField {
  return field.type === 'relationship' || field.type === 'upload'
}

/** Returns the documents that the value of a field refers to, in their order. */
export function referencesIn(value: unknown, { relationTo }: ReferenceField): Reference[] {
  return [value ?? []].flat().map(reference => typeof relationTo === 'string'
    ? { collection: relationTo, id: String(reference) }
    : { collection: String((reference as Polymorphic).relationTo), id: String((reference as Polymorphic).value) })
}

interface Polymorphic { relationTo: unknown, value: unknown }
