import { expect, it } from 'vitest'
import { EnvError, readEnv } from '../src/env.ts'

it('needs nothing', () => {
  expect(readEnv({})).toMatchObject({
    cmsPort: 3001,
    webPort: 3000,
    cmsUrl: 'http://localhost:3001',
    siteUrl: 'http://localhost:3000',
    databaseUrl: 'file:.data/masthead.db',
    demo: true,
  })
})

it('derives addresses from ports, and takes off a slash at their end', () => {
  expect(readEnv({ CMS_PORT: '4001', WEB_PORT: '4000', SITE_URL: 'https://example.org/' })).toMatchObject({
    cmsUrl: 'http://localhost:4001',
    webUrl: 'http://localhost:4000',
    siteUrl: 'https://example.org',
  })
})

it('takes an empty variable for one that is not set', () => {
  expect(readEnv({ CMS_PORT: '', SERVICE_KEY: '' })).toMatchObject({ cmsPort: 3001, serviceKey: undefined })
})

it('names every variable that is wrong, with the mend, and shows no secret', () => {
  const read = () =>
    readEnv({
      CMS_PORT: '99999',
      SITE_URL: 'example.org',
      DEMO: 'yes',
      PAYLOAD_SECRET: 'hunter2',
      DATABASE_URL: 'mysql://root:hunter2@db',
    })
  expect(read).toThrow(EnvError)
  expect(read).toThrow(/CMS_PORT=99999: give a port number/)
  expect(read).toThrow(/SITE_URL=example.org: give an address that begins with http/)
  expect(read).toThrow(/DEMO=yes: give 0 or 1/)
  expect(read).toThrow(/PAYLOAD_SECRET=…: give at least 16/)
  expect(read).not.toThrow(/hunter2/)
})

it('wants two ports', () => {
  expect(() => readEnv({ CMS_PORT: '3000' })).toThrow(/WEB_PORT is the same/)
})

it('takes a mail server, from whom its mails come, and shows neither its password nor anything else of it', () => {
  for (
    const url of [
      'smtp://mail.example.org',
      'smtps://me%40example.org:hunter2@mail.example.org:465?from=cms@example.org',
    ]
  )
    expect(readEnv({ SMTP_URL: url }).smtpUrl).toBe(url)
  expect(readEnv({}).smtpUrl).toBeUndefined()
  for (
    const url of [
      'mail.example.org:25',
      'http://me:hunter2@mail.example.org',
      'smtp://me:hunter2@mail.example.org?from=me',
    ]
  ) {
    expect(() => readEnv({ SMTP_URL: url })).toThrow(/SMTP_URL=…: give /)
    expect(() => readEnv({ SMTP_URL: url })).not.toThrow(/hunter2/)
  }
})

it('takes the addresses and networks of proxies', () => {
  expect(readEnv({ TRUSTED_PROXIES: '192.0.2.10, 10.0.0.0/8,fd00::/8' }).trustedProxies).toEqual([
    { address: '192.0.2.10', family: 'ipv4', prefix: 32 },
    { address: '10.0.0.0', family: 'ipv4', prefix: 8 },
    { address: 'fd00::', family: 'ipv6', prefix: 8 },
  ])
  expect(readEnv({}).trustedProxies).toBeUndefined()
  for (const value of ['proxy.example.com', '10.0.0.0/33', '10.0.0.0/8,', '10.0.0.0/a']) {
    expect(() => readEnv({ TRUSTED_PROXIES: value })).toThrow(
      /TRUSTED_PROXIES=.*: “.*” is no address; give addresses or networks/,
    )
  }
})

it('takes a bucket with all that belongs to it, or none', () => {
  const whole = {
    S3_ENDPOINT: 'https://s3.eu-central-1.amazonaws.com/',
    S3_BUCKET: 'pictures',
    S3_REGION: 'eu-central-1',
    S3_ACCESS_KEY_ID: 'AKIA',
    S3_SECRET_ACCESS_KEY: 'hunter2',
  }
  expect(readEnv(whole).s3).toEqual({
    endpoint: 'https://s3.eu-central-1.amazonaws.com',
    bucket: 'pictures',
    region: 'eu-central-1',
    accessKeyId: 'AKIA',
    secretAccessKey: 'hunter2',
  })
  expect(readEnv({ S3_BUCKET: '' }).s3).toBeUndefined()
  for (const name of Object.keys(whole)) {
    const read = () => readEnv({ ...whole, [name]: '' })
    expect(read).toThrow(
      `${name}: it is missing; give all of S3_ENDPOINT, S3_BUCKET, S3_REGION, S3_ACCESS_KEY_ID, S3_SECRET_ACCESS_KEY, or none of them`,
    )
    expect(read).not.toThrow(/hunter2/)
  }
  expect(() => readEnv({ ...whole, S3_ENDPOINT: 's3.amazonaws.com' })).toThrow(
    'S3_ENDPOINT=s3.amazonaws.com: give an address that begins with http',
  )
  expect(() => readEnv({ ...whole, S3_ENDPOINT: 's3.amazonaws.com' })).not.toThrow('missing')
})

it('takes a secret and a time for the audit log', () => {
  expect(readEnv({ AUDIT_SECRET: 'sixteen letters.', AUDIT_RETENTION_DAYS: '365' })).toMatchObject({
    auditSecret: 'sixteen letters.',
    auditRetentionDays: 365,
  })
  expect(readEnv({})).toMatchObject({ auditSecret: undefined, auditRetentionDays: undefined })
  for (const value of ['0', '-1', '1.5', 'a year', '100000']) {
    expect(() => readEnv({ AUDIT_RETENTION_DAYS: value })).toThrow(
      `AUDIT_RETENTION_DAYS=${value}: give a number of days`,
    )
  }
  expect(() => readEnv({ AUDIT_SECRET: 'hunter2' })).toThrow('AUDIT_SECRET=…: give at least 16 characters')
})

it('takes the secret of before with the one that proves the audit log', () => {
  expect(readEnv({ PAYLOAD_SECRET_PREVIOUS: 'sixteen letters.', AUDIT_SECRET: 'sixteen letters.' })).toMatchObject({
    payloadSecretPrevious: 'sixteen letters.',
  })
  expect(() => readEnv({ PAYLOAD_SECRET_PREVIOUS: 'sixteen letters.' })).toThrow(
    'PAYLOAD_SECRET_PREVIOUS=…: AUDIT_SECRET is missing; give it the PAYLOAD_SECRET from before the change',
  )
  expect(() => readEnv({ PAYLOAD_SECRET_PREVIOUS: 'hunter2', AUDIT_SECRET: 'sixteen letters.' })).toThrow(
    'PAYLOAD_SECRET_PREVIOUS=…: give at least 16 characters',
  )
})

it('takes a contact and a time for enquiries', () => {
  expect(readEnv({ SECURITY_CONTACT: 'mailto:security@example.com' }).securityContact).toBe(
    'mailto:security@example.com',
  )
  expect(() => readEnv({ SECURITY_CONTACT: 'security@example.com' })).toThrow(
    /SECURITY_CONTACT=security@example.com: give mailto:/,
  )
  expect(readEnv({ ENQUIRY_RETENTION_DAYS: '365' }).enquiryRetentionDays).toBe(365)
  expect(() => readEnv({ ENQUIRY_RETENTION_DAYS: '0' })).toThrow(/ENQUIRY_RETENTION_DAYS=0: give a number of days/)
})

it('takes the roles that need a second factor, none where nothing is said', () => {
  expect(readEnv({}).secondFactorRoles).toEqual([])
  expect(readEnv({ REQUIRE_SECOND_FACTOR: 'admin, editor,admin' }).secondFactorRoles).toEqual(['admin', 'editor'])
  for (const value of ['admins', 'admin,', 'all', '1']) {
    expect(() => readEnv({ REQUIRE_SECOND_FACTOR: value })).toThrow(
      /REQUIRE_SECOND_FACTOR=.*: “.*” is no role; give one or more of admin, editor, writer, marketer, separated by commas/,
    )
  }
})

it('takes an age for HSTS only where the CMS or the site is reached over HTTPS', () => {
  expect(readEnv({ HSTS_MAX_AGE: '31536000', CMS_URL: 'https://cms.example.com' }).hstsMaxAgeS).toBe(31_536_000)
  expect(readEnv({ HSTS_MAX_AGE: '31536000', SITE_URL: 'https://example.com' }).hstsMaxAgeS).toBe(31_536_000)
  expect(readEnv({ CMS_URL: 'https://cms.example.com' }).hstsMaxAgeS).toBeUndefined()
  expect(() => readEnv({ HSTS_MAX_AGE: '31536000' })).toThrow(/HSTS_MAX_AGE=31536000: it works over HTTPS only/)
  expect(() => readEnv({ HSTS_MAX_AGE: 'a year', CMS_URL: 'https://cms.example.com' })).toThrow(
    /HSTS_MAX_AGE=a year: give a number of seconds/,
  )
})
