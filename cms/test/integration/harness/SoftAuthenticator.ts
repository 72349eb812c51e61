import type {
  AuthenticationResponseJSON,
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
  RegistrationResponseJSON,
} from '@simplewebauthn/server'
import { Buffer } from 'node:buffer'
import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto'

interface Options {
  origin?: string
  isUserVerified?: boolean
  /** How often it has signed, as it says. */
  counter?: number
  userHandle?: string
}

/** A passkey without a device: answers as browsers do, and wrongly where a test says so. */
export class SoftAuthenticator {
  readonly id = randomBytes(16)
  readonly #keys = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  #counter = 0

  create(
    { challenge, rp }: PublicKeyCredentialCreationOptionsJSON,
    { origin = ORIGIN, isUserVerified = true }: Options = {},
  ): RegistrationResponseJSON {
    const { x, y } = this.#keys.publicKey.export({ format: 'jwk' })
    const publicKey = Buffer.concat([
      Buffer.from('a5010203262001215820', 'hex'),
      Buffer.from(x!, 'base64url'),
      Buffer.from('225820', 'hex'),
      Buffer.from(y!, 'base64url'),
    ])
    const length = Buffer.from([0, this.id.length])
    const data = Buffer.concat([
      this.#data(rp.id!, CREDENTIAL | flags(isUserVerified), 0),
      Buffer.alloc(16),
      length,
      this.id,
      publicKey,
    ])
    const attestation = Buffer.concat([
      Buffer.from('a363666d74646e6f6e656761747453746d74a068617574684461746158', 'hex'),
      Buffer.from([data.length]),
      data,
    ])
    return {
      ...this.#credential,
      response: {
        clientDataJSON: clientData('webauthn.create', challenge, origin).toString('base64url'),
        attestationObject: attestation.toString('base64url'),
      },
    }
  }

  get(
    { challenge, rpId }: PublicKeyCredentialRequestOptionsJSON,
    { origin = ORIGIN, isUserVerified = true, counter = ++this.#counter, userHandle }: Options = {},
  ): AuthenticationResponseJSON {
    const data = this.#data(rpId!, flags(isUserVerified), counter)
    const client = clientData('webauthn.get', challenge, origin)
    const signature = sign(
      'sha256',
      Buffer.concat([data, createHash('sha256').update(client).digest()]),
      this.#keys.privateKey,
    )
    return {
      ...this.#credential,
      response: {
        clientDataJSON: client.toString('base64url'),
        authenticatorData: data.toString('base64url'),
        signature: signature.toString('base64url'),
        userHandle,
      },
    }
  }

  get #credential() {
    const id = this.id.toString('base64url')
    return { id, rawId: id, type: 'public-key', clientExtensionResults: {} } as const
  }

  #data(rpId: string, flags: number, counter: number): Buffer {
    const rest = Buffer.alloc(5)
    rest.writeUInt8(flags)
    rest.writeUInt32BE(counter, 1)
    return Buffer.concat([createHash('sha256').update(rpId).digest(), rest])
  }
}

/** As it is where nothing says otherwise. */
const ORIGIN = 'http://localhost:3001'

/** The data hold a new credential. */
const CREDENTIAL = 0x40

function flags(isUserVerified: boolean): number {
  return isUserVerified ? 0x05 : 0x01
}

function clientData(type: string, challenge: string, origin: string): Buffer {
  return Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }))
}
