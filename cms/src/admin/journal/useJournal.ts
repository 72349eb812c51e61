import type { Difference } from './differencesOf.ts'
import type { KeptRecord } from './JournalStore.ts'
import type { Offered } from './useOffers.ts'
import type { JournalForm } from './useRecorder.ts'
import { useAllFormFields, useDocumentInfo, useForm, useLocale, useOperation, useServerFunctions } from '@payloadcms/ui'
import { setValueAt } from '../../drafts/merge/rowPath.ts'
import { differencesOf, hasAll } from './differencesOf.ts'
import { putBack } from './putBack.ts'
import { rowsIn } from './rowsIn.ts'
import { thisBrowser } from './thisBrowser.ts'
import { useOffers } from './useOffers.ts'
import { useRecorder } from './useRecorder.ts'
import { useSchema } from './useSchema.ts'

export interface JournalActions {
  /** Returns the differences between a record and what the form holds now. */
  compare: (kept: KeptRecord) => Difference[]
  /**
   * Restores a user's text into the form. Returns the changes whose rows no longer exist.
   * @throws {Error} with a sentence for the user
   */
  restore: (kept: KeptRecord, keepNow: Set<string>) => Promise<KeptRecord>
  throwAway: (kept: KeptRecord) => Promise<void>
  /** Undoes `throwAway`. */
  takeOut: (kept: KeptRecord) => Promise<void>
}

/** Runs the journal of this form, and returns its offers. */
export function useJournal(form: JournalForm): JournalActions & { offers: Offered[] } {
  const { recorder, record } = useRecorder(form)
  const [fields, dispatchFields] = useAllFormFields()
  const { formRef, getData, setModified } = useForm()
  const { collectionSlug, data: saved, docPermissions, getDocPreferences, globalSlug, id } = useDocumentInfo()
  const { getFormState } = useServerFunctions()
  const { code: locale } = useLocale()
  const operation = useOperation()
  const schemaFor = useSchema()
  const offers = useOffers(form, record, { compare, isSaved: ({ changes }) => hasAll(changes, read()) })

  /**
   * Returns the form's data, with the text that its editors have not handed over yet, and without the file of an
   * upload.
   */
  function read(): Record<string, unknown> {
    recorder.current?.flush()
    const { file: _, ...data } = getData() as Record<string, unknown>
    const copy = structuredClone(data)
    recorder.current?.changes.forEach(({ path, mine, isRows }) => !isRows && setValueAt(copy, path, mine))
    return copy
  }

  function compare({ changes }: KeptRecord): Difference[] {
    const data = read()
    return differencesOf(changes, data, schemaFor(rowsIn(data, changes)))
  }

  async function restore(kept: KeptRecord, keepNow: Set<string>): Promise<KeptRecord> {
    const now = read()
    const { data, lost } = putBack({ changes: kept.changes, differences: compare(kept), data: now, keepNow })
    const state = await stateOf(data)
    if (!state)
      throw new Error('The CMS did not answer. Your text is still stored in this browser: try again.')
    // The data hold neither a chosen file nor a password.
    const others = Object.fromEntries(
      Object.entries(fields).filter(([path]) => !(path in state) && !path.includes('.')),
    )
    const restored = { ...others, ...state }
    dispatchFields({ type: 'REPLACE_STATE', state: restored })
    setModified(true)
    recorder.current?.observe({ fields: restored, isModified: true, saved })
    recorder.current?.flush()
    const rest = { ...kept, changes: lost }
    await throwAway(kept)
    if (lost.length > 0)
      await takeOut(rest)
    return rest
  }

  /** Returns the form state that the server makes of this data. The form takes no input meanwhile. */
  async function stateOf(data: Record<string, unknown>) {
    const element = formRef.current
    element?.toggleAttribute('inert', true)
    try {
      const answer = await getFormState({
        id,
        collectionSlug,
        data,
        docPermissions,
        docPreferences: await getDocPreferences(),
        globalSlug,
        locale,
        operation,
        renderAllFields: true,
        schemaPath: collectionSlug ?? globalSlug ?? '',
        skipValidation: true,
      })
      return answer && 'state' in answer ? answer.state : undefined
    }
    finally {
      element?.toggleAttribute('inert', false)
    }
  }

  async function throwAway({ record: { id } }: KeptRecord): Promise<void> {
    const { presence, store } = thisBrowser()
    await store.remove(id)
    presence.settle(id)
  }

  async function takeOut({ record, changes }: KeptRecord): Promise<void> {
    await thisBrowser().store.write(record, new Map(changes.map(change => [change.path, change])), [])
  }

  return { offers, compare, restore, throwAway, takeOut }
}
