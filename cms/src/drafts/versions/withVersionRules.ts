import type { BaseDatabaseAdapter, Config, CreateVersionArgs, UpdateVersionArgs } from 'payload'
import type { VersionMarks } from './versionFields.ts'
import { continuesVersion, isHandover } from './continuesVersion.ts'
import { trimVersions } from './trimVersions.ts'

/**
 * Returns a database adapter that decides when a version begins. Payload updates the latest version in place with each
 * autosave, of every user, and with each unpublish. Every version passes here within the transaction of its save.
 */
export function withVersionRules(adapter: Config['db']): Config['db'] {
  return { ...adapter, init: args => ruled(adapter.init(args)) }
}

function ruled<T extends BaseDatabaseAdapter>(database: T): T {
  const { createVersion, updateVersion } = database

  database.createVersion = async function <V extends object>(this: BaseDatabaseAdapter, args: CreateVersionArgs<V>) {
    const { savedAs }: VersionMarks = args.versionData
    // Only an edited version may take in the next autosave.
    const autosave = args.autosave && (savedAs === 'edited' || savedAs === 'created')
    const created = await createVersion.call(this, { ...args, autosave })
    await trimVersions(this, args)
    return created as never
  }

  database.updateVersion = async function <V extends object>(this: BaseDatabaseAdapter, args: UpdateVersionArgs<V>) {
    const { collection, id, req, returning, versionData } = args
    const { parent, updatedAt, version } = versionData as InPlace<V>
    const { docs: [latest] } = await this.findVersions<Marked>({
      collection,
      where: { id: { equals: id } },
      select: { autosave: true, updatedAt: true, version: { editedBy: true, savedAs: true, versionName: true } },
      limit: 1,
      pagination: false,
      req,
    })
    const next = { version, updatedAt }
    const isContinued = latest
      && (continuesVersion(latest, next) || (isHandover(latest, next) && await areTakingTurns(this, args)))
    const updated = isContinued
      && await updateVersion.call(this, {
        ...args,
        versionData: { ...versionData, version: { ...version, savedAs: latest.version.savedAs } },
        // Without transactions the version may have been kept since.
        where: { and: [{ id: { equals: id } }, { autosave: { equals: true } }] },
      } as unknown as UpdateVersionArgs)
    return (updated || await this.createVersion({
      collectionSlug: collection,
      parent,
      autosave: true,
      createdAt: updatedAt,
      updatedAt,
      versionData: version,
      req,
      returning,
    })) as never
  }
  return database
}

/**
 * Whether users edit the document at the same time. Their autosaves alternate; if each began a version, those of a few
 * minutes would push out all earlier ones.
 */
async function areTakingTurns(
  database: BaseDatabaseAdapter,
  { collection, req, versionData }: UpdateVersionArgs<object>,
): Promise<boolean> {
  const { parent, updatedAt } = versionData as unknown as InPlace<object>
  const since = new Date(Date.parse(updatedAt) - TURN_WINDOW_MS).toISOString()
  const { totalDocs } = await database.countVersions({
    collection,
    where: { and: [{ parent: { equals: parent } }, { createdAt: { greater_than: since } }] },
    req,
  })
  return totalDocs >= MAX_VERSIONS_IN_WINDOW
}

const TURN_WINDOW_MS = 60_000
const MAX_VERSIONS_IN_WINDOW = 3

type Marked = VersionMarks & Record<string, unknown>

/** The data with which Payload updates the latest version in place: the whole version. */
interface InPlace<V> {
  parent: string
  updatedAt: string
  version: V & VersionMarks
}
