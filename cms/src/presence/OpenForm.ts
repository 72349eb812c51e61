/** A form that a user reports as open, at one moment. */
export interface FormReport {
  /** Identifies the form: the user's id and a random id that the tab chose. */
  tab: string
  /** The document of the form, as `documentKey` names it. */
  document: string
  user: string
  name: string
  section?: FormSection
  /** Whether the user has left the form: its tab is hidden, or had no input for two minutes. */
  isAway: boolean
  /** Milliseconds since 1970. */
  seenAt: number
}

/** An open form as the store knows it. */
export interface OpenForm extends FormReport {
  /** The first report, in milliseconds since 1970. */
  since: number
  takenOver?: TakeOver
}

/** The row of a form's sections, or of another array, that has the focus. */
export interface FormSection {
  /** As its header shows it: “03 Text”. */
  label: string
  /** The id of the row. */
  row: string
}

/** Another form of the document has taken this one over: it is read-only. */
export interface TakeOver {
  /** The form that took over. */
  tab: string
  name: string
  /** ISO 8601. */
  at: string
}

/** Milliseconds without a report after which a form counts as closed. A hidden tab reports every 4 s. */
export const EXPIRY_MS = 8500
