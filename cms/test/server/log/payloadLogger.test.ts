import { APIError, QueryError } from 'payload'
import { expect, it } from 'vitest'
import { loggerHooks } from '../../../src/server/log/payloadLogger.ts'

/** Logs something at the level `error`; returns what is written, with its level where that is another. */
function logged(...args: unknown[]): unknown[] {
  const lines: unknown[] = []
  const write = (...args: unknown[]) => void lines.push(...args)
  const logger = { warn: (...args: unknown[]) => lines.push({ warn: args }) }
  Reflect.apply(loggerHooks.logMethod!, logger, [args, write, 50])
  return lines
}

it('writes one line of a request that its sender has to mend', () => {
  expect(logged({ err: new APIError('“page” has to be a number.', 400) })).toEqual([{
    warn: ['Refused with 400: “page” has to be a number.'],
  }])
  expect(logged({ err: new QueryError([{ path: 'nowhere' }]) })).toEqual([{
    warn: ['Refused with 400: The following path cannot be queried: nowhere'],
  }])
  expect(logged(new APIError('x'.repeat(5000), 404))).toEqual([{ warn: [`Refused with 404: ${'x'.repeat(300)}`] }])
})

it('writes what is our fault with its place in the code', () => {
  const [line] = logged({ err: new APIError('Not saved.', 503), msg: 'A save failed.' }) as [
    { err: Error, msg: string },
  ]
  expect([line.err.message, line.msg]).toEqual(['Not saved.', 'A save failed.'])
  expect(line.err.stack).toMatch(/\n\s+at .*payloadLogger\.test\.ts/)
})

it('lets nobody begin a line', () => {
  expect(logged('a\n[12:00:00] INFO: all is well\u001B[2J')).toEqual(['a [12:00:00] INFO: all is well [2J'])
  const [line] = logged({ err: new Error('a\r\nb') }) as [{ err: Error }]
  expect(line.err.message).toBe('a b')
})
