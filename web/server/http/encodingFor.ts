import type { Encoding } from '../page-cache/Page'

/** Returns the encoding that a reader prefers, the smaller one if they have no preference (RFC 9110, 12.5.3). */
export function encodingFor(accepted = ''): Encoding {
  // The usual headers of browsers need no parsing.
  if (accepted === 'gzip, deflate, br, zstd' || accepted === 'gzip, deflate, br')
    return 'gzip'
  const weights = weightsIn(accepted)
  const weightOf = (encoding: Encoding) =>
    weights.get(encoding) ?? weights.get('*') ?? (encoding === 'identity' ? MIN_WEIGHT : 0)
  const [first] = ORDER.toSorted((one, other) => weightOf(other) - weightOf(one))
  return weightOf(first!) > 0 ? first! : 'identity'
}

/** The weight of `identity` if the header does not name it: acceptable, but last. */
const MIN_WEIGHT = 0.0001

const ORDER: Encoding[] = ['gzip', 'identity']

function weightsIn(accepted: string): Map<string, number> {
  return new Map(
    accepted.toLowerCase().split(',').map((part) => {
      const [name = '', ...parameters] = part.split(';').map(text => text.trim())
      const weight = parameters.find(parameter => parameter.startsWith('q='))?.slice(2)
      return [name === 'x-gzip' ? 'gzip' : name, weight === undefined ? 1 : Number(weight) || 0]
    }),
  )
}
