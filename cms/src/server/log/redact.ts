/**
 * Returns a copy of a value for the log, without the input of a database, a parser or a mail server: their errors
 * repeat passwords, tokens and visitors' text. An error keeps its name, its stack, and the properties of
 * `PLAIN_PROPERTIES`.
 */
export function redact(value: unknown, depth = 0): unknown {
  if (typeof value === 'string')
    return redactText(value)
  if (value instanceof Error)
    return redactError(value, depth)
  if (typeof value !== 'object' || value === null)
    return value
  if (depth >= MAX_DEPTH)
    return '…'
  if (Array.isArray(value))
    return value.map(item => redact(item, depth + 1))
  if (Object.getPrototypeOf(value) === Object.prototype)
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, redact(item, depth + 1)]))
  return value
}

/** Returns the message of an error as the log may show it. */
export function redactMessage(error: unknown): string {
  if (!(error instanceof Error))
    return redactText(String(error))
  const message = redactText(error.message)
  if (isMailError(error))
    return message.split(/[:<]/, 1)[0]!.trim()
  return QUOTING_ERRORS.test(error.name) || QUOTING_ERRORS.test(error.constructor.name)
    ? beforeQuotation(message)
    : message
}

function redactError(error: Error, depth: number): Error {
  const redacted = new Error(redactMessage(error))
  redacted.name = error.name
  redacted.stack = [`${error.name}: ${redacted.message}`, ...framesOf(error)].join('\n')
  for (const name of PLAIN_PROPERTIES) {
    const value: unknown = Reflect.get(error, name)
    if (
      typeof value === 'number' || typeof value === 'boolean'
      || (typeof value === 'string' && /^[\w.-]{1,60}$/.test(value))
    ) {
      Object.assign(redacted, { [name]: value })
    }
  }
  if (depth < MAX_DEPTH) {
    if (error.cause instanceof Error)
      redacted.cause = redactError(error.cause, depth + 1)
    if (error instanceof AggregateError)
      Object.assign(redacted, { errors: error.errors.map(inner => redact(inner, depth + 1)) })
  }
  return redacted
}

/** Redacts a text that may contain the message of an error, alone or within other text. */
function redactText(text: string): string {
  return text
    .replace(/Failed query: ([\s\S]*)/, (_, query: string) => `Failed query: ${summaryOf(query)}`)
    .replace(/dup key: [\s\S]*/, 'dup key: …')
    .replace(/"[\s\S]*is not valid JSON/, '… is not valid JSON')
}

/** Returns the verb and the table of a statement: values may stand anywhere after them. */
function summaryOf(query: string): string {
  const [verb = ''] = /^[a-z]+/i.exec(query) ?? []
  const [, table] = /\b(?:from|into|update) ["`]?(\w+)["`]?/i.exec(query.slice(0, query.indexOf('\nparams:') >>> 0))
    ?? []
  return [verb, table].filter(Boolean).join(' ') || '…'
}

function beforeQuotation(message: string): string {
  const start = message.search(/["`{[]|\B'/)
  return start === -1 ? message : `${message.slice(0, start).trim()} …`
}

/** Whether an error is Nodemailer's. Its errors repeat the mail server's response, which may repeat the mail. */
function isMailError(error: Error): boolean {
  return 'responseCode' in error || ('command' in error && 'code' in error)
}

function framesOf({ message, stack = '' }: Error): string[] {
  const start = message === '' ? -1 : stack.indexOf(message)
  return stack.slice(start === -1 ? 0 : start + message.length).split('\n').filter(line => /^\s+at \S/.test(line))
}

/** Errors whose messages quote the value that could not be read or stored. */
const QUOTING_ERRORS = /^(?:Mongo|BSON|Cast|Validat|Strict|ObjectParameter|DocumentNotFound|Syntax)/

const PLAIN_PROPERTIES = [
  'code',
  'codeName',
  'digest',
  'errno',
  'isPublic',
  'rawCode',
  'responseCode',
  'status',
  'statusCode',
  'syscall',
]

const MAX_DEPTH = 6
