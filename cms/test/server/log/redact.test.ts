import { inspect } from 'node:util'
import { APIError } from 'payload'
import { describe, expect, it } from 'vitest'
import { redact, redactMessage } from '../../../src/server/log/redact.ts'

const SECRET = 'hunter2'

/** What a logger would write of an error: all that there is of it, however deep. */
function written(error: unknown): string {
  return inspect(redact(error), { depth: Infinity, showHidden: true })
}

class DrizzleQueryError extends Error {
  query = 'update "users" set "hash" = ? where "users"."id" = \'hunter2\''
  params = [SECRET]
  constructor(cause: Error) {
    super(`Failed query: update "users" set "hash" = ? where "users"."id" = '${SECRET}'\nparams: ${SECRET}`, { cause })
  }
}

class MongoServerError extends Error {
  override name = 'MongoServerError'
  code = 121
  codeName = 'DocumentValidationFailure'
  errInfo = { details: { considered: { hash: SECRET } } }
  errorResponse = { op: { hash: SECRET } }
  keyValue = { email: SECRET }
}

class MailError extends Error {
  code = 'EMESSAGE'
  command = 'DATA'
  response = `554 refused: ${SECRET}`
  responseCode = 554
}

function jsonError(): Error {
  try {
    return JSON.parse(`{"p":"${SECRET}`) as never
  }
  catch (error) {
    return error as Error
  }
}

describe('an error that is logged', () => {
  it.each([
    [
      'of SQLite',
      new DrizzleQueryError(Object.assign(new Error('SQLITE_FULL: database or disk is full'), { code: 'SQLITE_FULL' })),
      ['Failed query: update users', 'SQLITE_FULL: database or disk is full'],
    ],
    ['of MongoDB', new MongoServerError(`Document failed validation: { hash: "${SECRET}" }`), [
      'Document failed validation: …',
      '121',
      'DocumentValidationFailure',
    ]],
    [
      'of a value that is taken',
      new MongoServerError(
        `E11000 duplicate key error collection: db.users index: email_1 dup key: { email: "${SECRET}" }`,
      ),
      ['index: email_1 dup key: …'],
    ],
    ['of broken JSON', jsonError(), ['SyntaxError']],
    ['of a mail server', new MailError(`Message failed: 554 refused: <${SECRET}@example.com>`), [
      'Message failed',
      '554',
    ]],
    ['that another caused', new APIError('Not saved.', 503, { errors: [SECRET] } as never), ['Not saved.']],
    ['of many', new AggregateError([new DrizzleQueryError(new Error('SQLITE_BUSY'))], 'All failed'), [
      'All failed',
      'SQLITE_BUSY',
    ]],
    ['inside an object', {
      err: new DrizzleQueryError(new Error('SQLITE_BUSY')),
      msg: `The mail: Failed query: select * from "users" where "id" = ${SECRET}`,
    }, ['Failed query: select users']],
  ])('%s holds nothing that it was given', (_, error, told) => {
    const text = written(error)
    expect(text).not.toContain(SECRET)
    for (const part of told)
      expect(text).toContain(part)
  })

  it('says where it happened', () => {
    expect(written(new DrizzleQueryError(new Error('SQLITE_BUSY')))).toMatch(/\n\s+at .*redact\.test\.ts/)
  })

  it('repeats no line that looks like a place in the code', () => {
    const error = new MongoServerError(`"a\n    at ${SECRET}`)
    expect(written(error)).not.toContain(SECRET)
  })

  it('stays as it is where it is ours', () => {
    expect(redactMessage(new Error('“a” is taken: choose another.'))).toBe('“a” is taken: choose another.')
  })

  it('may lead in a circle', () => {
    const error = new Error('round')
    error.cause = error
    expect(written(error)).toContain('round')
  })
})
