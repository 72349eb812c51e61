/**
 * Returns the CRC-32 of two texts in a row from those of each. As in zlib, `length` zero bytes are appended to the
 * first one by repeated squaring of the matrix that appends one zero bit: https://stackoverflow.com/a/23126768
 *
 * @param length of the second text, in bytes
 */
export function combinedCrc(first: number, second: number, length: number): number {
  let crc = first
  for (let power = 0, rest = length; rest > 0; power++, rest = Math.floor(rest / 2)) {
    if (rest % 2 === 1)
      crc = times(zeroBytes(power), crc)
  }
  return (crc ^ second) >>> 0
}

/** For each bit of a CRC, the CRC that it becomes. */
type Matrix = Uint32Array

const POLYNOMIAL = 0xEDB88320

/** By power of two: how many zero bytes each appends. */
const known: Matrix[] = []

function zeroBytes(power: number): Matrix {
  known[power] ??= power === 0 ? eightZeroBits() : squared(zeroBytes(power - 1))
  return known[power]
}

function eightZeroBits(): Matrix {
  const oneBit = Uint32Array.from({ length: 32 }, (_, bit) => bit === 0 ? POLYNOMIAL : 2 ** (bit - 1))
  return squared(squared(squared(oneBit)))
}

function squared(matrix: Matrix): Matrix {
  return matrix.map(row => times(matrix, row))
}

function times(matrix: Matrix, crc: number): number {
  let product = 0
  for (let bit = 0, rest = crc; rest !== 0; bit++, rest >>>= 1) {
    if (rest & 1)
      product ^= matrix[bit]!
  }
  return product >>> 0
}
