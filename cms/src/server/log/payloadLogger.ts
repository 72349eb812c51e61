import type { Config } from 'payload'
import { defaultLoggerOptions } from 'payload'
import { isUncastableValue } from '../isUncastableValue.ts'
import { isUnreadableBody } from '../isUnreadableBody.ts'
import { redact, redactMessage } from './redact.ts'

type LoggerConfig = Extract<Config['logger'], { options: unknown }>
type LoggerHooks = NonNullable<LoggerConfig['options']['hooks']>

/**
 * Redacts every log entry. A refused request is one line of warning: its stack would not help an operator, and
 * anonymous visitors could fill a disk with stacks.
 */
export const loggerHooks: LoggerHooks = {
  logMethod(args, method) {
    const refused = refusedRequest(args[0])
    if (refused !== undefined)
      this.warn(refused)
    else
      method.apply(this, args.map(arg => mapMessages(redact(arg))) as typeof args)
  },
}

/** Payload's log, in its own format. */
export const payloadLogger: LoggerConfig = {
  options: { hooks: loggerHooks, formatters: { bindings: () => ({}) } },
  destination: defaultLoggerOptions,
}

/** Returns the log line of an error that the sender of a request has to fix; undefined for any other. */
function refusedRequest(logged: unknown): string | undefined {
  const error = logged instanceof Error ? logged : (logged as { err?: unknown } | null | undefined)?.err
  if (isUnreadableBody(error) || isUncastableValue(error))
    return `Refused with 400: ${redactMessage(error)}`
  if (
    !(error instanceof Error) || !('status' in error) || typeof error.status !== 'number' || error.status < 400
    || error.status >= 500
  ) {
    return undefined
  }
  return `Refused with ${error.status}: ${redactMessage(error).slice(0, MAX_REFUSAL_LENGTH)}`
}

/** Replaces line breaks: in text from a visitor, they could forge a line of the log. */
function onOneLine(text: string): string {
  // eslint-disable-next-line no-control-regex -- they are what is replaced
  return text.replace(/[\0-\x1F\x7F]+/g, ' ')
}

function mapMessages(logged: unknown): unknown {
  if (typeof logged === 'string')
    return onOneLine(logged)
  if (logged instanceof Error)
    return Object.assign(logged, { message: onOneLine(logged.message) })
  if (typeof logged === 'object' && logged !== null)
    return Object.fromEntries(Object.entries(logged).map(([key, value]) => [key, mapMessages(value)]))
  return logged
}

const MAX_REFUSAL_LENGTH = 300
