'use client'

import type { HeldChange } from '../../drafts/merge/heldChangeStore.ts'
import type { Difference } from '../journal/differencesOf.ts'
import { Button, toast, useDocumentInfo, useForm } from '@payloadcms/ui'
import { hasAutosaveEnabled } from 'payload/shared'
import { useId } from 'react'
import { createPortal } from 'react-dom'
import { valueAt } from '../../drafts/merge/rowPath.ts'
import { wordsOf } from '../ask.ts'
import { autosaveOptions } from '../autosaveOptions.ts'
import { compareWords } from '../journal/compareWords.ts'
import { differencesOf } from '../journal/differencesOf.ts'
import { fieldAt } from '../journal/fieldAt.ts'
import { rowsIn } from '../journal/rowsIn.ts'
import { Titles } from '../journal/Titles.tsx'
import { useSchema } from '../journal/useSchema.ts'
import { pathInForm } from './pathInForm.ts'
import { useMerge } from './useMerge.ts'
import { withValue } from './withValue.ts'

/**
 * Merges what other users save into this form, and shows under its bar the changes of the user that met one of theirs,
 * until the user has chosen.
 */
export function HeldChanges() {
  const { formRef } = useForm()
  const { held, ...actions } = useMerge()
  const heading = useId()
  const bar = formRef?.current?.querySelector('.doc-controls')
  if (held.changes.length === 0 || !bar)
    return null
  return createPortal(
    <section className="held-changes" aria-labelledby={heading}>
      <h2 id={heading}>
        <span role="alert">{headingFor(held.changes)}</span>
      </h2>
      <ul>
        {held.changes.map(change => (
          <li key={change.id}><Held change={change} stored={held.stored} {...actions} /></li>
        ))}
      </ul>
    </section>,
    bar,
  )
}

type Actions = Pick<ReturnType<typeof useMerge>, 'follower' | 'forget'>

function Held({ change, stored, ...actions }: Actions & { change: HeldChange, stored: Record<string, unknown> }) {
  const schemaFor = useSchema()
  const schema = schemaFor(rowsIn(stored))
  const by = change.by ?? 'Another user'
  const label = fieldAt(change.path, schema)?.labels.join(' › ') ?? change.path
  const choose = useChoice(actions)
  if (change.kind !== 'value') {
    return (
      <>
        <p>
          <strong>{label}</strong>
          {change.kind === 'kept' ? `: You removed it while ${by} was changing it. It is still there.` : `: ${by} removed it while you were changing it. It is back, with your text.`}
        </p>
        <Buttons keep="Keep it" replace="Remove it" onKeep={() => choose.keepRow(change.id)} onReplace={() => choose.removeRow(change)} />
      </>
    )
  }
  const [difference] = differencesOf(
    [{ record: '', path: change.path, around: [], mine: change.mine, base: undefined, isRows: false, passed: [] }],
    stored,
    schema,
  )
  const theirs = valueAt(stored, change.path)
  return (
    <>
      <p>
        <strong>{label}</strong>
        {`: ${by} changed it too. The document has their text until you choose.`}
      </p>
      <div className="held-changes__sides">
        <Side title="Yours" side="mine" difference={difference} />
        <Side title={change.by ? `${change.by}’s, in the document now` : 'In the document now'} side="now" difference={difference} />
      </div>
      <Buttons
        keep={change.by ? `Keep ${change.by}’s` : 'Keep theirs'}
        replace="Use mine"
        onKeep={() => choose.theirs(change, theirs)}
        onReplace={() => choose.mine(change, theirs)}
      />
    </>
  )
}

function Side({ title, side, difference }: { title: string, side: 'mine' | 'now', difference?: Difference }) {
  return (
    <div>
      <h3>{title}</h3>
      <blockquote>{difference ? <Text side={side} {...difference} /> : 'The same text'}</blockquote>
    </div>
  )
}

function Text({ side, mine, now, references }: Difference & { side: 'mine' | 'now' }) {
  if (references)
    return <Titles references={references[side]} />
  if (mine === now)
    return `${mine} (the same words, with other formatting or links)`
  const parts = compareWords(now, mine).filter(part => part.in === 'both' || part.in === (side === 'mine' ? 'new' : 'old'))
  return parts.length === 0
    ? 'Nothing'
    : parts.map((part, index) => part.in === 'both' ? <span key={index}>{part.words}</span> : <mark key={index}>{part.words}</mark>)
}

function Buttons({ keep, replace, onKeep, onReplace }: { keep: string, replace: string, onKeep: () => Promise<void>, onReplace: () => Promise<void> }) {
  const run = (action: () => Promise<void>) => () => void action().catch(error => toast.error(wordsOf(error)))
  return (
    <div className="held-changes__buttons">
      <Button buttonStyle="secondary" size="small" margin={false} onClick={run(onReplace)}>{replace}</Button>
      <Button buttonStyle="secondary" size="small" margin={false} onClick={run(onKeep)}>{keep}</Button>
    </div>
  )
}

function useChoice({ follower, forget }: Actions) {
  const { getFields, mergeServerState, removeFieldRow, setModified, submit } = useForm()
  const { collectionSlug, docConfig, id: documentId } = useDocumentInfo()
  const savesItself = Boolean(docConfig && hasAutosaveEnabled(docConfig))

  function show(path: string, value: unknown): void {
    const fields = getFields()
    if (pathInForm(path, fields) === undefined)
      throw new Error('Its section is no longer in the document. Copy your text from here.')
    mergeServerState({ sentState: fields, serverState: withValue(fields, path, value) })
  }

  async function save(): Promise<void> {
    setModified(true)
    if (savesItself && collectionSlug)
      await submit(autosaveOptions(collectionSlug, documentId!))
  }

  return {
    async mine({ id, path, mine }: HeldChange & { kind: 'value' }, theirs: unknown) {
      show(path, mine)
      follower.decide(path, theirs)
      await save()
      await forget(id)
    },
    async theirs({ id, path }: HeldChange, theirs: unknown) {
      show(path, theirs)
      follower.decide(path, theirs)
      await forget(id)
    },
    async keepRow(id: string) {
      await forget(id)
    },
    async removeRow({ id, path }: HeldChange) {
      const position = pathInForm(path, getFields())
      const index = position?.lastIndexOf('.') ?? -1
      if (position !== undefined)
        removeFieldRow({ path: position.slice(0, index), rowIndex: Number(position.slice(index + 1)) })
      await save()
      await forget(id)
    },
  }
}

function headingFor({ length }: HeldChange[]): string {
  return length === 1 ? 'You and another user changed the same part: choose what stays' : `You and others changed ${length} parts at once: choose what stays`
}
