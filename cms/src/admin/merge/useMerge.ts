import type { FormState } from 'payload'
import type { HeldChange } from '../../drafts/merge/heldChangeStore.ts'
import { useConfig, useDocumentInfo, useForm, useLocale, useServerFunctions } from '@payloadcms/ui'
import { deepCopyObjectSimpleWithoutReactComponents } from 'payload/shared'
import { useCallback, useEffect, useEffectEvent, useRef, useState } from 'react'
import { rowPath } from '../../drafts/merge/rowPath.ts'
import { ask } from '../ask.ts'
import { RevisionEvent } from '../presence/RevisionEvent.ts'
import { SaveFollower } from './SaveFollower.ts'

type Document = Record<string, unknown>

/** The held changes of the user to a document, and the document beside which they stand. */
export interface Held {
  changes: HeldChange[]
  stored: Document
}

/** Merges the saves of other users into this form. Returns the changes of this user that wait for a decision. */
export function useMerge(): { held: Held, follower: SaveFollower, forget: (id: string) => Promise<void> } {
  const { collectionSlug, globalSlug, hasSavePermission, id, initialState, setData } = useDocumentInfo()
  const { config: { routes } } = useConfig()
  const { formRef, getFields, mergeServerState, observeSaves, settlePendingChanges } = useForm()
  const stateOf = useStateOf()
  const [held, setHeld] = useState<Held>({ changes: [], stored: {} })
  const url = globalSlug ? `${routes.api}/globals/${globalSlug}` : `${routes.api}/${collectionSlug}/${id}`

  const read = useEffectEvent(() => ask<Document>('GET', `${url}?depth=0&draft=true&trash=true&fallback-locale=null`))
  const readHeld = useEffectEvent(async () => (await ask<{ held: HeldChange[] }>('GET', `${url}/held-changes`)).held)
  const focusedEditors = useEffectEvent(() => {
    const editor = document.activeElement?.closest<HTMLElement>('.rich-text-lexical[data-field-path]')
    return editor && formRef.current?.contains(editor) ? [rowPath(editor.dataset.fieldPath!, getFields())] : []
  })
  const followerRef = useRef<SaveFollower>(undefined)
  followerRef.current ??= new SaveFollower({
    read: () => read(),
    readHeld: () => readHeld(),
    focusedEditors: () => focusedEditors(),
    onHeld: (changes, stored) => setHeld({ changes, stored }),
  })
  const follower = followerRef.current

  /** Takes what others have saved. A save that begins meanwhile brings it by itself. */
  const follow = useEffectEvent(async () => {
    if (follower.isSaving)
      return
    const { generation } = follower
    const stored = await read()
    const serverState = await stateOf(stored, getFields())
    await settlePendingChanges()
    if (!serverState || follower.isSaving || follower.generation !== generation)
      return
    const sentState = follower.lastSaved
    if (!sentState)
      return
    follower.afterFollow(mergeServerState({ sentState, serverState: follower.beforeFollow(serverState, getFields()) }))
    setData(stored)
  })

  const initialFields = useEffectEvent(() => initialState)
  useEffect(() => {
    const fields = initialFields()
    if (fields)
      follower.afterReplace(fields)
    return observeSaves(follower)
  }, [follower, observeSaves])

  useEffect(() => {
    let isFollowing = false
    let isDue = false
    const catchUp = async () => {
      isDue = true
      if (isFollowing)
        return
      isFollowing = true
      while (isDue) {
        isDue = false
        // The next revision, or the next save, brings what is missed here.
        await follow().catch(() => {})
      }
      isFollowing = false
    }
    const revised = (event: Event) => {
      const isOurs = event instanceof RevisionEvent && event.collection === collectionSlug
        && event.global === globalSlug && String(event.id) === String(id)
      if (isOurs && event.revision !== follower.seen)
        void catchUp()
    }
    const left = () => {
      if (follower.isBehind)
        window.setTimeout(() => void catchUp(), LEFT_MS)
    }
    const element = formRef.current
    window.addEventListener(RevisionEvent.type, revised)
    element?.addEventListener('focusout', left)
    return () => {
      window.removeEventListener(RevisionEvent.type, revised)
      element?.removeEventListener('focusout', left)
    }
  }, [follower, formRef, collectionSlug, globalSlug, id])

  // Changes that were held before the form was opened.
  useEffect(() => {
    if (!hasSavePermission)
      return
    let timer: number | undefined
    const find = async () => {
      const changes = await readHeld()
      if (changes.length > 0)
        setHeld({ changes, stored: await read() })
    }
    const findOrRetry = () => void find().catch(() => timer = window.setTimeout(findOrRetry, RETRY_MS))
    findOrRetry()
    return () => window.clearTimeout(timer)
  }, [url, hasSavePermission])

  const forget = useCallback(async (id: string) => {
    const { held } = await ask<{ held: HeldChange[] }>('DELETE', `${url}/held-changes?held=${id}`)
    setHeld(before => ({ ...before, changes: held }))
  }, [url])

  return { held, follower, forget }
}

/** Milliseconds after which an editor that lost the focus has handed its text to the form. */
const LEFT_MS = 300
const RETRY_MS = 5000

/** Returns a function that asks the CMS for the form state of a document. */
function useStateOf() {
  const { collectionSlug, docPermissions, getDocPreferences, globalSlug, id } = useDocumentInfo()
  const { getFormState } = useServerFunctions()
  const { code: locale } = useLocale()
  return useEffectEvent(async (data: Document, fields: FormState): Promise<FormState | undefined> => {
    const answer = await getFormState({
      id,
      collectionSlug,
      data,
      docPermissions,
      docPreferences: await getDocPreferences(),
      formState: deepCopyObjectSimpleWithoutReactComponents(fields, { excludeFiles: true }),
      globalSlug,
      locale,
      operation: 'update',
      renderAllFields: false,
      schemaPath: collectionSlug ?? globalSlug ?? '',
      skipValidation: true,
    })
    if (!answer || !('state' in answer))
      return undefined
    const { file: _, ...state } = answer.state as FormState
    return state
  })
}
