'use client'

import type { FieldNoteProps } from '@payloadcms/ui'
import type { ReactNode } from 'react'
import { FieldNoteContext } from '@payloadcms/ui'
import { lengthNote } from './lengthNote.ts'

/** Adds a counter to every text field that has a limit: in forms, rows and drawers. */
export function FieldNotes({ children }: { children: ReactNode }) {
  return <FieldNoteContext value={LengthCounter}>{children}</FieldNoteContext>
}

function LengthCounter({ field: { maxLength }, value }: FieldNoteProps) {
  if (!maxLength)
    return null
  const texts = Array.isArray(value) ? value.map(String) : [String(value ?? '')]
  const longest = texts.reduce((longest, text) => text.length > longest.length ? text : longest, '')
  const note = lengthNote(longest, maxLength)
  // For a field with several texts, only one that is too long is worth a note.
  if (!note || (Array.isArray(value) && !note.isOver))
    return <p className="field-note" role="status" />
  return (
    <p className={note.isOver ? 'field-note field-note--problem length-note--over' : 'field-note'} role="status">
      {Array.isArray(value) && `“${longest}”: `}
      {note.words}
    </p>
  )
}
