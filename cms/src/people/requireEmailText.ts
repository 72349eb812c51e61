import type { FieldHook } from 'payload'
import { ValidationError } from 'payload'

/** Payload takes what is sent as an e-mail address for a text, and fails where it is none. */
export const requireEmailText: FieldHook = ({ req, value }) => {
  if (value !== undefined && value !== null && typeof value !== 'string')
    throw new ValidationError({ collection: 'users', errors: [{ path: 'email', message: 'Give an e-mail address, as a text.' }], req })
  return value
}
