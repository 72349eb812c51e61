'use client'

import type { Choices } from './Differences.tsx'
import type { Difference } from './differencesOf.ts'
import type { JournalActions } from './useJournal.ts'
import type { Offered } from './useOffers.ts'
import { Button, useDocumentInfo, useFormModified } from '@payloadcms/ui'
import { hasAutosaveEnabled } from 'payload/shared'
import { useEffect, useId, useRef, useState } from 'react'
import { wordsOf } from '../ask.ts'
import { moment } from '../moment.ts'
import { Differences } from './Differences.tsx'
import { headingOf } from './headingOf.ts'

/** Offers unsaved text: the user restores it, compares it or discards it. Nothing happens by itself. */
export function Offer({ offer, compare, restore, throwAway, takeOut }: { offer: Offered } & JournalActions) {
  const { data, hasSavePermission, isTrashed } = useDocumentInfo()
  const [kept, setKept] = useState(offer.kept)
  const [differences, setDifferences] = useState(offer.differences)
  const [choices, setChoices] = useState<Choices>({})
  const [isOpen, setIsOpen] = useState(false)
  const [state, setState] = useState<'busy' | 'offered' | 'restored' | 'thrownAway'>('offered')
  const [problem, setProblem] = useState<string>()
  const id = useId()

  const canChange = Boolean(hasSavePermission) && !isTrashed
  const canPutBack = canChange && differences.some(({ kind }) => kind !== 'lost')

  function toggle() {
    if (!isOpen)
      setDifferences(compare(kept))
    setIsOpen(!isOpen)
  }

  async function putBack() {
    const now = compare(kept)
    setDifferences(now)
    if (now.some(({ isConflict, key }) => isConflict && !choices[key])) {
      setIsOpen(true)
      setProblem('Choose first which of the two stays.')
      return
    }
    setProblem(undefined)
    setState('busy')
    try {
      const rest = await restore(kept, new Set(Object.keys(choices).filter(key => choices[key] === 'now')))
      setKept(rest)
      setDifferences(now.filter(({ kind }) => kind === 'lost'))
      setIsOpen(true)
      setState(rest.changes.length > 0 ? 'offered' : 'restored')
    }
    catch (error) {
      setProblem(wordsOf(error))
      setState('offered')
    }
  }

  if (state === 'restored')
    return <Restored />
  if (state === 'thrownAway')
    return <ThrownAway onUndo={() => void takeOut(kept).then(() => setState('offered'))} />
  return (
    <section className="journal-offer" aria-labelledby={`${id}heading`} aria-busy={state === 'busy'}>
      <div role="status">
        <h2 id={`${id}heading`}>{headingOf({ typedAt: kept.record.typedAt, differences })}</h2>
        <p>{explanation({ canChange, canPutBack, differences, savedAt: savedAfter(kept.record.typedAt, data) })}</p>
      </div>
      {problem && <p className="journal-offer__problem" role="alert">{problem}</p>}
      <div className="journal-offer__buttons">
        {canPutBack && (
          <Button buttonStyle="primary" size="small" margin={false} disabled={state === 'busy'} onClick={() => void putBack()}>
            {state === 'busy' ? 'Putting them back…' : 'Put them back'}
          </Button>
        )}
        <Button buttonStyle="secondary" size="small" margin={false} extraButtonProps={{ 'aria-expanded': isOpen, 'aria-controls': `${id}details` }} onClick={toggle}>
          {isOpen ? 'Hide the difference' : 'Show the difference'}
        </Button>
        <Button buttonStyle="secondary" size="small" margin={false} disabled={state === 'busy'} onClick={() => void throwAway(kept).then(() => setState('thrownAway'))}>
          Throw them away
        </Button>
      </div>
      <div id={`${id}details`}>
        {isOpen && <Differences differences={differences} choices={choices} onChoose={(key, choice) => setChoices({ ...choices, [key]: choice })} />}
      </div>
    </section>
  )
}

function Restored() {
  const { docConfig } = useDocumentInfo()
  const isModified = useFormModified()
  const isToSave = isModified && !(docConfig && hasAutosaveEnabled(docConfig))
  return (
    <section className="journal-offer journal-offer--done">
      <Said>{isToSave ? 'Your words are back. Save the form to keep them.' : 'Your words are back.'}</Said>
    </section>
  )
}

function ThrownAway({ onUndo }: { onUndo: () => void }) {
  return (
    <section className="journal-offer journal-offer--done">
      <Said>The unsaved words were thrown away.</Said>
      <button type="button" className="text-button" onClick={onUndo}>Undo</button>
    </section>
  )
}

/** Takes the focus from the button that has just disappeared. */
function Said({ children }: { children: string }) {
  const said = useRef<HTMLParagraphElement>(null)
  useEffect(() => said.current?.focus(), [])
  return <p ref={said} role="status" tabIndex={-1}>{children}</p>
}

function explanation({ canChange, canPutBack, differences, savedAt }: { canChange: boolean, canPutBack: boolean, differences: Difference[], savedAt?: string }): string {
  if (!canChange)
    return 'This browser has stored them. You cannot change this document: copy the text that you need.'
  if (!canPutBack)
    return 'They belong to parts that are no longer in the document: copy the text that you need.'
  const hasConflicts = differences.some(({ isConflict }) => isConflict)
  return [
    'This browser has stored them.',
    savedAt && `The document was saved again on ${moment(savedAt)}: only your own changes are restored.`,
    hasConflicts && 'If the same field was changed there, choose which text stays.',
    differences.some(({ kind }) => kind === 'lost') && 'Some of it belongs to parts that are no longer in the document: you can copy that.',
  ].filter(Boolean).join(' ')
}

/** Returns the time of the last save if it came after the text was typed. */
function savedAfter(typedAt: number, data: { updatedAt?: unknown } | undefined): string | undefined {
  const savedAt = data?.updatedAt
  return typeof savedAt === 'string' && Date.parse(savedAt) > typedAt ? savedAt : undefined
}
