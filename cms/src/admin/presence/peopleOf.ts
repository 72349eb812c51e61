import type { OtherForm } from '../../presence/PresenceBoard.ts'

/** A user who has the document open, in one or several forms. */
export interface PersonHere extends OtherForm {
  isYou: boolean
}

/**
 * Returns the users of other forms, each once: in the form that they are working in, if there is one. The user’s own
 * other tabs come last.
 */
export function peopleOf(others: OtherForm[], self: string | undefined): PersonHere[] {
  const people = new Map<string, PersonHere>()
  for (const form of others) {
    const known = people.get(form.user)
    if (!known || (known.isAway && !form.isAway))
      people.set(form.user, { ...form, isYou: form.user === self })
  }
  return [...people.values()].sort((one, other) => Number(one.isYou) - Number(other.isYou))
}

/** Returns the words beside the initials of a person: “Jane Doe is here too, in 03 Text”. */
export function wordsFor({ name, isYou, isAway, isReadOnly, section }: PersonHere): { words: string, place: string } {
  if (isYou)
    return { words: 'You have this open in another tab', place: isReadOnly ? ', read-only' : '' }
  if (isReadOnly)
    return { words: `${name} is here too`, place: ', read-only' }
  if (isAway)
    return { words: `${name} is here too`, place: ', but away' }
  return { words: `${name} is here too`, place: section ? `, in ${section.label}` : '' }
}
