import type { Answer, Session } from '../harness/Session.ts'
import { NOTHING, SECRET } from './seedSecrets.ts'

type Question = (word: string) => Promise<Answer>

/**
 * Asks the same about the secret and about a word that stands nowhere: where the answers differ, whoever asks learns
 * something of the secret, even if it does not stand in the answer.
 */
export async function tellsApart(question: Question): Promise<boolean> {
  const secret = await question(SECRET)
  // What is refused is refused whatever the word.
  if (secret.status === 400 || secret.status === 403)
    return false
  const nothing = await question(NOTHING)
  return secret.status !== nothing.status
    // An error may repeat what was asked.
    || secret.text.replaceAll(SECRET, '…') !== nothing.text.replaceAll(NOTHING, '…')
}

/** Every operator of the query language, put to a field: those that tell most about a text come first. */
export const CONDITIONS: ((word: string) => Record<string, unknown>)[] = [
  word => ({ like: word.slice(2) }),
  word => ({ less_than: word }),
  word => ({ equals: word }),
  word => ({ not_equals: word }),
  word => ({ in: [word] }),
  word => ({ not_in: [word] }),
  word => ({ all: [word] }),
  word => ({ not_like: word }),
  word => ({ contains: word }),
  word => ({ greater_than: word }),
  word => ({ greater_than_equal: word }),
  word => ({ less_than_equal: word }),
  word => ({ near: `${word},0,1000` }),
  word => ({ within: { type: 'Polygon', coordinates: [[[word, 0]]] } }),
  word => ({ intersects: { type: 'Point', coordinates: [word, 0] } }),
]

export type Asking = (session: Session, path: string, query: object) => Promise<Answer>

/** The ways to put a query to a route: in the address, or in the body of a request that says it is a GET. */
export const askings: Record<string, Asking> = {
  'in the address': (session, path, query) => session.send('GET', path, { query }),
  'as JSON in the address': (session, path, query) => {
    const { where, ...rest } = query as { where?: object }
    return session.send('GET', path, { query: { ...rest, where: JSON.stringify(where) } })
  },
  'as a form': (session, path, query) =>
    overridden(session, path, 'application/x-www-form-urlencoded', new URLSearchParams(flat(query)).toString()),
  'as JSON': (session, path, query) => overridden(session, path, 'application/json', JSON.stringify(query)),
}

function overridden(session: Session, path: string, type: string, body: string): Promise<Answer> {
  return session.send('POST', path, {
    body,
    headers: { 'content-type': type, 'x-payload-http-method-override': 'GET', 'x-http-method-override': 'GET' },
  })
}

function flat(value: unknown, key = ''): [string, string][] {
  return typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([name, inner]) => flat(inner, key ? `${key}[${name}]` : name))
    : [[key, String(value)]]
}
