import { readdirSync, readFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { expect, it } from 'vitest'
import { unlessMissing } from '../src/unlessMissing.ts'

const HERE = import.meta.filename

it('returns what the work returns', async () => {
  expect(unlessMissing(() => readFileSync(HERE, 'utf8'))).toContain('vitest')
  expect(await unlessMissing(() => readFile(HERE, 'utf8'))).toContain('vitest')
})

it('returns undefined if the file does not exist', async () => {
  expect(unlessMissing(() => readFileSync(`${HERE}.missing`))).toBeUndefined()
  expect(await unlessMissing(() => readFile(`${HERE}.missing`))).toBeUndefined()
})

it('throws every other error', async () => {
  expect(() => unlessMissing(() => readdirSync(HERE))).toThrow('ENOTDIR')
  await expect(unlessMissing(() => readFile(`${HERE}/x`))).rejects.toThrow('ENOTDIR')
})
