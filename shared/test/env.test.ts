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
  const read = () => readEnv({ CMS_PORT: '99999', SITE_URL: 'example.org', DEMO: 'yes', PAYLOAD_SECRET: 'hunter2', DATABASE_URL: 'mysql://root:hunter2@db' })
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
  for (const url of ['smtp://mail.example.org', 'smtps://me%40example.org:hunter2@mail.example.org:465?from=cms@example.org'])
    expect(readEnv({ SMTP_URL: url }).smtpUrl).toBe(url)
  expect(readEnv({}).smtpUrl).toBeUndefined()
  for (const url of ['mail.example.org:25', 'http://me:hunter2@mail.example.org', 'smtp://me:hunter2@mail.example.org?from=me']) {
    expect(() => readEnv({ SMTP_URL: url })).toThrow(/SMTP_URL=…: give /)
    expect(() => readEnv({ SMTP_URL: url })).not.toThrow(/hunter2/)
  }
})

it('takes a bucket with all that belongs to it, or none', () => {
  const whole = { S3_ENDPOINT: 'https://s3.eu-central-1.amazonaws.com/', S3_BUCKET: 'pictures', S3_REGION: 'eu-central-1', S3_ACCESS_KEY_ID: 'AKIA', S3_SECRET_ACCESS_KEY: 'hunter2' }
  expect(readEnv(whole).s3).toEqual({ endpoint: 'https://s3.eu-central-1.amazonaws.com', bucket: 'pictures', region: 'eu-central-1', accessKeyId: 'AKIA', secretAccessKey: 'hunter2' })
  expect(readEnv({ S3_BUCKET: '' }).s3).toBeUndefined()
  for (const name of Object.keys(whole)) {
    const read = () => readEnv({ ...whole, [name]: '' })
    expect(read).toThrow(`${name}: it is missing; give all of S3_ENDPOINT, S3_BUCKET, S3_REGION, S3_ACCESS_KEY_ID, S3_SECRET_ACCESS_KEY, or none of them`)
    expect(read).not.toThrow(/hunter2/)
  }
  expect(() => readEnv({ ...whole, S3_ENDPOINT: 's3.amazonaws.com' })).toThrow('S3_ENDPOINT=s3.amazonaws.com: give an address that begins with http')
  expect(() => readEnv({ ...whole, S3_ENDPOINT: 's3.amazonaws.com' })).not.toThrow('missing')
})
