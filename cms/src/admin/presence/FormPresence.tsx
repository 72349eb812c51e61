'use client'

import type { PersonHere } from './peopleOf.ts'
import type { FormPresence as Presence } from './useFormPresence.ts'
import { toast, useAuth, useDocumentInfo, useForm } from '@payloadcms/ui'
import { createPortal } from 'react-dom'
import { wordsOf } from '../ask.ts'
import { Initials } from './Initials.tsx'
import { peopleOf, wordsFor } from './peopleOf.ts'
import { TakenOver } from './TakenOver.tsx'
import { timeOf } from './timeOf.ts'
import { useFormPresence } from './useFormPresence.ts'

/** Says in the bar of the form who else has the document open. */
export function FormPresence() {
  const { formRef } = useForm()
  const { user } = useAuth()
  const { hasSavePermission } = useDocumentInfo()
  const presence = useFormPresence()
  const people = peopleOf(presence.others, user ? String(user.id) : undefined)
  const bar = formRef?.current?.querySelector('.doc-controls')
  return bar
    ? createPortal(
        <>
          <People people={people} takeOver={hasSavePermission && !presence.takenOver ? presence.takeOver : undefined} />
          {presence.takenOver && <TakenOver by={presence.takenOver} takeOver={presence.takeOver} />}
        </>,
        bar,
      )
    : null
}

/** Screen readers announce a person who arrives, and not the sections to which they go from there. */
function People({ people, takeOver }: { people: PersonHere[], takeOver?: Presence['takeOver'] }) {
  const shown = people.slice(0, MAX_SHOWN)
  return (
    <div className="presence-line" role="status" aria-atomic="false" aria-relevant="additions">
      {shown.map(person => <Person key={person.user} person={person} takeOver={takeOver} />)}
      {people.length > shown.length && <span>{`and ${people.length - shown.length} more`}</span>}
    </div>
  )
}

const MAX_SHOWN = 3

function Person({ person, takeOver }: { person: PersonHere, takeOver?: Presence['takeOver'] }) {
  const { words, place } = wordsFor(person)
  return (
    <span className="presence-person" title={`Since ${timeOf(person.since)}`}>
      <Initials name={person.name} />
      <span>
        {words}
        <span>{place}</span>
      </span>
      {takeOver && person.isAway && !person.isReadOnly && (
        <button
          type="button"
          className="text-button"
          onClick={() => void takeOver(person.tab).catch(error => toast.error(wordsOf(error)))}
        >
          Take over
        </button>
      )}
    </span>
  )
}
