import type { Role } from './roles.ts'
import { isIP } from 'node:net'
import { ROLES } from './roles.ts'

/**
 * Reads and validates every environment variable, for the tools, the CMS and the site alike.
 *
 * @throws {EnvError} naming each invalid variable and how to fix it
 */
export function readEnv(source: Record<string, string | undefined>): Env {
  const problems: string[] = []
  const read = <T>(name: string, fallback: T, parse: (value: string) => T): T => {
    const value = source[name]
    if (value === undefined || value === '')
      return fallback
    try {
      return parse(value)
    }
    catch (error) {
      problems.push(
        `${name}=${SECRET.test(name) ? '…' : value}: ${error instanceof Error ? error.message : String(error)}`,
      )
      return fallback
    }
  }

  const dataDir = read('DATA_DIR', '.data', text)
  const cmsPort = read('CMS_PORT', 3001, port)
  const webPort = read('WEB_PORT', 3000, port)
  const webUrl = read('WEB_URL', `http://localhost:${webPort}`, httpUrl)
  const env: Env = {
    dataDir,
    cmsPort,
    webPort,
    databaseUrl: read('DATABASE_URL', `file:${dataDir}/masthead.db`, databaseUrl),
    cmsUrl: read('CMS_URL', `http://localhost:${cmsPort}`, httpUrl),
    siteUrl: read('SITE_URL', webUrl, httpUrl),
    webUrl,
    payloadSecret: read('PAYLOAD_SECRET', undefined, secret),
    payloadSecretPrevious: read('PAYLOAD_SECRET_PREVIOUS', undefined, secret),
    serviceKey: read('SERVICE_KEY', undefined, secret),
    serviceKeyPrevious: read('SERVICE_KEY_PREVIOUS', undefined, secret),
    adminEmail: read('ADMIN_EMAIL', 'admin@masthead.local', email),
    adminPassword: read('ADMIN_PASSWORD', undefined, password),
    smtpUrl: read('SMTP_URL', undefined, smtpUrl),
    trustedProxies: read('TRUSTED_PROXIES', undefined, networks),
    securityContact: read('SECURITY_CONTACT', undefined, contact),
    s3: readS3(read, problems),
    demo: read('DEMO', true, flag),
    enquiryRetentionDays: read('ENQUIRY_RETENTION_DAYS', undefined, days),
    auditSecret: read('AUDIT_SECRET', undefined, secret),
    auditRetentionDays: read('AUDIT_RETENTION_DAYS', undefined, days),
    hstsMaxAgeS: read('HSTS_MAX_AGE', undefined, seconds),
    secondFactorRoles: read('REQUIRE_SECOND_FACTOR', [], roles),
  }
  if (env.hstsMaxAgeS !== undefined && ![env.cmsUrl, env.siteUrl].some(url => url.startsWith('https:'))) {
    problems.push(
      `HSTS_MAX_AGE=${env.hstsMaxAgeS}: it works over HTTPS only; give a CMS_URL or SITE_URL that begins with https://, or leave HSTS_MAX_AGE out`,
    )
  }
  // The secret seals the audit log, so a new one would silently invalidate earlier seals.
  if (env.payloadSecretPrevious !== undefined && env.auditSecret === undefined) {
    problems.push(
      'PAYLOAD_SECRET_PREVIOUS=…: AUDIT_SECRET is missing; give it the PAYLOAD_SECRET from before the change, because it seals the audit log, and keep it',
    )
  }
  if (cmsPort === webPort)
    problems.push(`CMS_PORT=${cmsPort}: WEB_PORT is the same; give two different ports`)
  if (problems.length > 0)
    throw new EnvError(problems)
  return env
}

export interface Env {
  /** The folder of the database file, uploads and generated secrets. */
  dataDir: string
  cmsPort: number
  webPort: number
  /** `file:…` (SQLite) or `mongodb://…`. */
  databaseUrl: string
  /** The address of the CMS for the site and browsers, without a trailing slash. */
  cmsUrl: string
  /** The site's public address, without a trailing slash. */
  siteUrl: string
  /** The site's address for the CMS, without a trailing slash. */
  webUrl: string
  payloadSecret: string | undefined
  /** The previous (or next) `PAYLOAD_SECRET`, which the CMS accepts as long as anything is signed with it. */
  payloadSecretPrevious: string | undefined
  serviceKey: string | undefined
  /** The previous `SERVICE_KEY`, which the CMS accepts until every site instance shows the new one. */
  serviceKeyPrevious: string | undefined
  adminEmail: string
  adminPassword: string | undefined
  /** The networks of the proxies whose `X-Forwarded-For` counts; undefined if none are named. */
  trustedProxies: Network[] | undefined
  /** The contact for security reports: `mailto:…` or `https://…`; undefined if there is none. */
  securityContact: string | undefined
  /** The bucket for pictures; undefined if they are files in the data folder. */
  s3: S3 | undefined
  /** `smtp://…` or `smtps://…`; undefined if the product sends no mail. */
  smtpUrl: string | undefined
  demo: boolean
  /** Days after which an enquiry is deleted; undefined if only users delete enquiries. */
  enquiryRetentionDays: number | undefined
  /** The secret that seals the audit log; undefined if `payloadSecret` does. */
  auditSecret: string | undefined
  /** Days after which entries of the audit log are deleted; undefined if they stay for ever. */
  auditRetentionDays: number | undefined
  /**
   * Seconds for which browsers open the CMS and the site over HTTPS only, after a visit; undefined if the operator sets
   * no duration.
   */
  hstsMaxAgeS: number | undefined
  /** The roles whose users can do nothing without a second factor. */
  secondFactorRoles: Role[]
}

/** The addresses that begin with the first `prefix` bits of `address`. */
export interface Network {
  address: string
  family: 'ipv4' | 'ipv6'
  prefix: number
}

/** A bucket on Amazon’s S3 or any compatible server. */
export interface S3 {
  endpoint: string
  bucket: string
  region: string
  accessKeyId: string
  secretAccessKey: string
}

/** The variables of a bucket, which belong together. */
export const S3_VARIABLES = {
  endpoint: 'S3_ENDPOINT',
  bucket: 'S3_BUCKET',
  region: 'S3_REGION',
  accessKeyId: 'S3_ACCESS_KEY_ID',
  secretAccessKey: 'S3_SECRET_ACCESS_KEY',
} as const satisfies Record<keyof S3, string>

export class EnvError extends Error {
  override name = 'EnvError'
  readonly problems: string[]

  constructor(problems: string[]) {
    super(
      `The environment has ${problems.length === 1 ? 'a value' : 'values'} that cannot be used:\n${problems.map(problem => `  ${problem}`).join('\n')}`,
    )
    this.problems = problems
  }
}

type Read = <T>(name: string, fallback: T, parse: (value: string) => T) => T

/** Reads all S3 variables or none: with half of them, pictures would be stored in the wrong place. */
function readS3(read: Read, problems: string[]): S3 | undefined {
  const parts = Object.entries(S3_VARIABLES).map(([part, name]) => ({
    part,
    name,
    value: read(name, '', part === 'endpoint' ? httpUrl : text),
  }))
  const missing = parts.filter(({ value, name }) =>
    value === '' && !problems.some(problem => problem.startsWith(`${name}=`)),
  )
  if (missing.length === parts.length)
    return undefined
  problems.push(
    ...missing.map(({ name }) =>
      `${name}: it is missing; give all of ${Object.values(S3_VARIABLES).join(', ')}, or none of them`,
    ),
  )
  return Object.fromEntries(parts.map(({ part, value }) => [part, value])) as unknown as S3
}

const SECRET = /SECRET|KEY|PASSWORD|DATABASE_URL|SMTP_URL/

function text(value: string): string {
  return value
}

function port(value: string): number {
  const number = Number(value)
  if (!Number.isInteger(number) || number < 1 || number > 65535)
    throw new Error('give a port number from 1 to 65535')
  return number
}

function contact(value: string): string {
  if (!/^(?:mailto:[^@\s]+@[^@\s]+|https:\/\/\S+)$/.test(value))
    throw new Error('give mailto: with an e-mail address, or an address that begins with https://')
  return value
}

function days(value: string): number {
  if (!/^[1-9]\d{0,4}$/.test(value))
    throw new Error('give a number of days, such as 365')
  return Number(value)
}

function seconds(value: string): number {
  if (!/^\d{1,9}$/.test(value))
    throw new Error('give a number of seconds, such as 31536000 for a year')
  return Number(value)
}

function httpUrl(value: string): string {
  const url = URL.canParse(value) ? new URL(value) : undefined
  if (!url || !/^https?:$/.test(url.protocol))
    throw new Error('give an address that begins with http:// or https://')
  if (url.search || url.hash || url.username)
    throw new Error('give the address alone, without a query, a fragment or a user')
  return url.href.replace(/\/+$/, '')
}

function databaseUrl(value: string): string {
  if (!/^file:.|^mongodb(?:\+srv)?:\/\/./.test(value))
    throw new Error('give file:PATH for SQLite or mongodb://HOST/NAME for MongoDB')
  if (value.startsWith('file::memory:'))
    throw new Error('give the path of a file: several processes share the database')
  return value
}

function secret(value: string): string {
  if (value.length < 16)
    throw new Error('give at least 16 characters, or leave it out to have one generated')
  return value
}

function email(value: string): string {
  if (!/^[^\s@]+@[^\s@]+$/.test(value))
    throw new Error('give an e-mail address')
  return value
}

function password(value: string): string {
  if (value.length < 8)
    throw new Error('give at least 8 characters, or leave it out to have one generated')
  return value
}

function smtpUrl(value: string): string {
  const url = URL.canParse(value) ? new URL(value) : undefined
  if (!url || !/^smtps?:$/.test(url.protocol) || !url.hostname) {
    throw new Error(
      'give smtp://USER:PASSWORD@HOST:PORT, or smtps:// where it is encrypted from the first byte; write a @ in the user as %40',
    )
  }
  const from = url.searchParams.get('from')
  if (from !== null)
    email(from)
  return value
}

function networks(value: string): Network[] {
  return value.split(',').map(entry => network(entry.trim()))
}

function network(entry: string): Network {
  const [, address = '', bits] = /^([\da-f.:]+)(?:\/(\d{1,3}))?$/i.exec(entry) ?? []
  const version = isIP(address)
  const maxPrefix = version === 6 ? 128 : 32
  const prefix = Number(bits ?? maxPrefix)
  if (version === 0 || prefix > maxPrefix)
    throw new Error(`“${entry}” is no address; give addresses or networks, separated by commas: 192.0.2.10, 10.0.0.0/8`)
  return { address, family: version === 6 ? 'ipv6' : 'ipv4', prefix }
}

function roles(value: string): Role[] {
  return [...new Set(value.split(',').map(entry => role(entry.trim())))]
}

function role(entry: string): Role {
  const known = ROLES.find(role => role === entry)
  if (!known)
    throw new Error(`“${entry}” is no role; give one or more of ${ROLES.join(', ')}, separated by commas`)
  return known
}

function flag(value: string): boolean {
  if (!/^(?:0|1|true|false)$/.test(value))
    throw new Error('give 0 or 1')
  return value === '1' || value === 'true'
}
