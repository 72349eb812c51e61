import { initialsOf } from './initialsOf.ts'

/** The round initials of a user. Their name stands beside it, or in the title. */
export function Initials({ name, title }: { name: string, title?: string }) {
  return <span className="presence-initials" title={title} aria-hidden="true">{initialsOf(name)}</span>
}
