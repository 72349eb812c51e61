import type { Encoding } from '../page-cache/Page'

/** The encoding that a reader wants most of those that there are, the smaller one where they do not mind (RFC 9110, 12.5.3). */
export function encodingFor(accepted = ''): Encoding {
  // Browsers' own headers are told apart at once.
  if (accepted === 'gzip, deflate, br, zstd' || accepted === 'gzip, deflate, br')
    return 'gzip'
  const weights = weightsIn(accepted)
  const weightOf = (encoding: Encoding) => weights.get(encoding) ?? weights.get('*') ?? (encoding === 'identity' ? LEAST : 0)
  const [first] = ORDER.toSorted((one, other) => weightOf(other) - weightOf(one))
  return weightOf(first!) > 0 ? first! : 'identity'
}

/** What is not forbidden is taken where nothing else is. */
const LEAST = 0.0001

const ORDER: Encoding[] = ['gzip', 'identity']

function weightsIn(accepted: string): Map<string, number> {
  return new Map(accepted.toLowerCase().split(',').map((part) => {
    const [name = '', ...parameters] = part.split(';').map(text => text.trim())
    const weight = parameters.find(parameter => parameter.startsWith('q='))?.slice(2)
    return [name === 'x-gzip' ? 'gzip' : name, weight === undefined ? 1 : Number(weight) || 0]
  }))
}
