import { existsSync, mkdirSync, readdirSync, readFileSync, readlinkSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { AtomicWriter } from '../../../server/storage/AtomicWriter'
import { newFolder } from '../page-cache/page'

function stage() {
  const folder = newFolder()
  const temporary = join(folder, 'writing')
  return { writer: new AtomicWriter(temporary), file: join(folder, 'a', 'b', 'file'), temporary }
}

it('writes a file and the folders that it needs, and leaves nothing else', async () => {
  const { writer, file, temporary } = stage()
  writer.writeSync(file, 'one', { modifiedS: 1234 })
  expect([readFileSync(file, 'utf8'), statSync(file).mtimeMs]).toEqual(['one', 1_234_000])
  await writer.write(file, 'two', { mode: 0o600, isDurable: true })
  expect([readFileSync(file, 'utf8'), statSync(file).mode & 0o777]).toEqual(['two', 0o600])
  expect(readdirSync(temporary)).toEqual([])
})

it('replaces a link', () => {
  const { writer, file } = stage()
  writer.linkSync(file, 'first')
  writer.linkSync(file, 'second')
  expect(readlinkSync(file)).toBe('second')
})

it('leaves the file as it is where the new bytes are not wanted any more', async () => {
  const { writer, file, temporary } = stage()
  writer.writeSync(file, 'one')
  await writer.write(file, 'two', { isWanted: () => false })
  expect([readFileSync(file, 'utf8'), readdirSync(temporary)]).toEqual(['one', []])
})

it('throws the error of the disk, and leaves nothing behind', async () => {
  const { writer, file, temporary } = stage()
  mkdirSync(join(file, 'x'), { recursive: true })
  expect(() => writer.writeSync(file, 'one')).toThrow()
  await expect(writer.write(file, 'two')).rejects.toThrow()
  expect([existsSync(join(file, 'x')), readdirSync(temporary)]).toEqual([true, []])
})

it('removes what an earlier run did not finish', () => {
  const { writer, temporary } = stage()
  mkdirSync(temporary)
  writeFileSync(join(temporary, '0'), 'half')
  writer.open()
  expect(existsSync(temporary)).toBe(false)
})
