import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readSecrets } from '../src/secrets.ts'

let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'masthead-secrets-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

describe('secrets', () => {
  it('are generated once', () => {
    const first = readSecrets(join(folder, 'data'))
    expect(first.payloadSecret).toHaveLength(43)
    expect(first.serviceKey).not.toBe(first.payloadSecret)
    expect(readSecrets(join(folder, 'data'))).toEqual(first)
  })

  it('can be read by their owner only', () => {
    readSecrets(join(folder, 'data'))
    expect(statSync(join(folder, 'data')).mode & 0o777).toBe(0o700)
    expect(statSync(join(folder, 'data/secrets.json')).mode & 0o777).toBe(0o600)
  })

  it('are never replaced when the file is damaged', () => {
    writeFileSync(join(folder, 'secrets.json'), '{"payloadSecret": "half')
    expect(() => readSecrets(folder)).toThrow(/is damaged: restore it/)
    expect(readFileSync(join(folder, 'secrets.json'), 'utf8')).toBe('{"payloadSecret": "half')
  })
})
