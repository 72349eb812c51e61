import type { Config } from 'payload'

type AfterErrorHook = NonNullable<NonNullable<Config['hooks']>['afterError']>[number]

/** `?where=words`: what comes in one piece is JSON to Payload, which has nothing to say where it is none. */
export const nameUnreadableParameter: AfterErrorHook = ({ error, req }) => {
  const name = error instanceof SyntaxError && JSON_PARAMETERS.find(name => isUnreadable(req.query?.[name]))
  if (name)
    return { status: 400, response: { errors: [{ message: MENDS[name] }] } }
}

const MENDS = {
  data: '“data” has to be JSON.',
  where: '“where” has to be a filter: where[title][equals]=Words, or the same in JSON.',
}

const JSON_PARAMETERS = Object.keys(MENDS) as (keyof typeof MENDS)[]

function isUnreadable(value: unknown): boolean {
  try {
    return typeof value === 'string' && value !== '' && JSON.parse(value) === undefined
  }
  catch {
    return true
  }
}
