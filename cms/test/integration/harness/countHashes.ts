/** Preloaded into the CMS of a test: writes a line for each password that is hashed. */
import crypto from 'node:crypto'

const { pbkdf2 } = crypto
crypto.pbkdf2 = (...args) => {
  console.log('hashed a password')
  return pbkdf2(...args)
}
