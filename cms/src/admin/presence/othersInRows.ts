import type { OtherForm } from '../../presence/PresenceBoard.ts'

const listeners = new Set<() => void>()

/** The other forms in which a row has the focus, by the open form here, then by the row’s id. */
const shown = new Map<string, Map<string, OtherForm[]>>()

/** Knows in which rows of this tab’s forms other users are. */
export const othersInRows = {
  subscribe(listener: () => void): () => void {
    listeners.add(listener)
    return () => listeners.delete(listener)
  },

  /** Returns the forms in which a row has the focus. The array stays the same until that changes. */
  in(row: string | undefined): OtherForm[] {
    for (const rows of shown.values()) {
      const forms = row === undefined ? undefined : rows.get(row)
      if (forms)
        return forms
    }
    return NONE
  },

  /** Replaces the other forms of the document of an open form. */
  show(form: string, others: OtherForm[]): void {
    const active = others.filter(({ section, isAway }) => section && !isAway)
    shown.set(form, Map.groupBy(active, ({ section }) => section!.row))
    listeners.forEach(listener => listener())
  },

  /** Forgets an open form that is gone. */
  forget(form: string): void {
    shown.delete(form)
    listeners.forEach(listener => listener())
  },
}

const NONE: OtherForm[] = []
