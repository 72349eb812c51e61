import { Buffer } from 'node:buffer'

// https://www.mongodb.com/docs/manual/reference/mongodb-wire-protocol/
const HEADER_LENGTH = 16
const MAX_MESSAGE_LENGTH = 48_000_000
const OP_REPLY = 1
const OP_MSG = 2013
const MORE_TO_COME = 0b10

/** The BSON of `{ ok: 1 }`. */
export const ok = Buffer.from('11000000016f6b00000000000000f03f00', 'hex')

/** Splits a stream at the message boundaries, wherever its chunks begin and end. */
export async function* messages(stream: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let chunks: Buffer[] = []
  let received = 0
  let needed = HEADER_LENGTH

  for await (const chunk of stream) {
    chunks.push(chunk)
    received += chunk.length
    // Joins chunks only when a message is complete, so that a large one is not copied with every chunk.
    if (received < needed)
      continue

    let rest = Buffer.concat(chunks)
    for (needed = lengthOfFirst(rest); rest.length >= needed; needed = lengthOfFirst(rest)) {
      yield rest.subarray(0, needed)
      rest = rest.subarray(needed)
    }
    chunks = [rest]
    received = rest.length
  }
}

export function requestId(request: Buffer): number {
  return request.readInt32LE(4)
}

export function expectsReply(request: Buffer): boolean {
  return (request.readUInt32LE(HEADER_LENGTH) & MORE_TO_COME) === 0
}

/** Returns the first key of the body, which drivers put before any document sequence. */
export function commandName(request: Buffer): string | undefined {
  if (request.readInt32LE(12) !== OP_MSG)
    return undefined
  // After the header: 4 bytes of flags, 1 of section kind, 4 of document length, 1 of value type.
  const start = HEADER_LENGTH + 10
  return request.toString('utf8', start, request.indexOf(0, start))
}

export function opMsg(responseTo: number, document: Buffer): Buffer {
  const flagsAndSectionKind = Buffer.alloc(5)
  return frame(OP_MSG, responseTo, flagsAndSectionKind, document)
}

/** Returns a response to an OP_QUERY, which a driver sends first to an unknown server. */
export function opReply(responseTo: number, document: Buffer): Buffer {
  const flagsCursorAndCounts = Buffer.alloc(20)
  flagsCursorAndCounts.writeInt32LE(1, 16) // one document
  return frame(OP_REPLY, responseTo, flagsCursorAndCounts, document)
}

function lengthOfFirst(bytes: Buffer): number {
  if (bytes.length < HEADER_LENGTH)
    return HEADER_LENGTH
  const length = bytes.readInt32LE(0)
  if (length < HEADER_LENGTH || length > MAX_MESSAGE_LENGTH)
    throw new Error(`a message cannot be ${length} bytes long`)
  return length
}

function frame(opCode: number, responseTo: number, ...body: Buffer[]): Buffer {
  const message = Buffer.concat([Buffer.alloc(HEADER_LENGTH), ...body])
  message.writeInt32LE(message.length, 0)
  message.writeInt32LE(responseTo, 8)
  message.writeInt32LE(opCode, 12)
  return message
}
