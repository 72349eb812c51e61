import type { FieldHook } from 'payload'
import { ValidationError } from 'payload'

/** Refuses an e-mail address that is no text. Payload does not check, and fails. */
export const requireEmailText: FieldHook = ({ req, value }) => {
  if (value !== undefined && value !== null && typeof value !== 'string') {
    throw new ValidationError({
      collection: 'users',
      errors: [{ path: 'email', message: 'Give an e-mail address, as a text.' }],
      req,
    })
  }
  return value
}
