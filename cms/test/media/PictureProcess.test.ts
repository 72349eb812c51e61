import type { Sharp } from 'sharp'
import type { PictureJob } from '../../src/media/PictureJob.ts'
import { Buffer } from 'node:buffer'
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import sharp from 'sharp'
import { afterEach, expect, it } from 'vitest'
import { isPictureFailure } from '../../src/media/PictureFailure.ts'
import { PictureProcess } from '../../src/media/PictureProcess.ts'

const PROGRAM = join(import.meta.dirname, '../../src/media/pictureProgram.ts')

const started: PictureProcess[] = []
afterEach(() => started.splice(0).forEach(({ pid }) => pid !== undefined && process.kill(pid, 'SIGKILL')))

function start(...args: ConstructorParameters<typeof PictureProcess>): PictureProcess {
  const pictures = new PictureProcess(...args)
  started.push(pictures)
  return pictures
}

/** A picture whose decoding takes seconds: noise, which no format makes small. */
function noise(side: number) {
  return sharp({
    create: {
      width: side,
      height: side,
      channels: 3,
      background: 'black',
      noise: { type: 'gaussian', mean: 128, sigma: 60 },
    },
  })
}

/** A picture of one colour, which takes little time and much memory. */
const plain = (width: number, height: number) => sharp({ create: { width, height, channels: 3, background: 'teal' } })

function job(picture: Sharp): PictureJob {
  const { debuglog, queueListener, ...options } = (picture as unknown as { options: Record<string, unknown> }).options
  return { task: 'toBuffer', picture: options, resolveWithObject: false }
}

const small = job(noise(8).png())
const large = job(noise(6000).avif({ effort: 9 }))

it('gives what sharp makes of a picture, also one whose bytes it is sent', async () => {
  const pictures = start(PROGRAM)
  const png = await pictures.run(small) as Buffer
  const webp = await pictures.run(job(sharp(Buffer.from(png)).resize({ width: 4 }).webp())) as Buffer
  expect(await sharp(Buffer.from(webp)).metadata()).toMatchObject({ format: 'webp', width: 4, height: 4 })
})

it('says in the words of sharp what is wrong with a picture, and goes on with the next', async () => {
  const pictures = start(PROGRAM)
  await expect(pictures.run(job(sharp(Buffer.from('no picture'))))).rejects.toThrow('unsupported image format')
  const { pid } = pictures
  await pictures.run(small)
  expect(pictures.pid).toBe(pid)
})

it.runIf(process.platform === 'linux')(
  'runs at a low priority with every thread, without the secrets of the CMS',
  async () => {
    process.env.PAYLOAD_SECRET = 'a secret of the tests'
    const pictures = start(PROGRAM)
    await pictures.run(small)
    delete process.env.PAYLOAD_SECRET
    const folder = `/proc/${pictures.pid}`
    // The 19th field, of which the second may have spaces. https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html
    const niceOf = (thread: string) =>
      readFileSync(`${folder}/task/${thread}/stat`, 'utf8').split(') ')[1]!.split(' ')[16]
    expect(new Set(readdirSync(`${folder}/task`).map(niceOf))).toEqual(new Set(['5']))
    expect(readFileSync(`${folder}/environ`, 'utf8')).not.toContain('SECRET')
  },
)

it('is killed when a picture takes too long', async () => {
  const pictures = start(PROGRAM, { timeoutMs: 1500 })
  const failing = pictures.run(large).catch((error: unknown) => error)
  await expect.poll(() => pictures.pid).toBeDefined()
  const { pid } = pictures
  const failure = await failing
  expect(failure).toMatchObject({
    status: 422,
    isPublic: true,
    message: 'The picture takes longer than 1.5 s to process. Make it smaller and try again.',
  })
  expect(isPictureFailure(failure)).toBe(true)
  await expect.poll(() => isAlive(pid!)).toBe(false)
})

it('is killed when a picture takes too much memory', async () => {
  const pictures = start(PROGRAM, { maxRssBytes: 150_000_000 })
  const failure = await pictures.run(job(plain(12_000, 8000).raw())).catch((error: unknown) => error)
  expect(failure).toMatchObject({
    status: 422,
    message: 'The picture needs more than 150 MB of memory. Make it smaller and try again.',
  })
})

it('begins again after a picture that has left much memory behind, which counts for no other', async () => {
  const pictures = start(PROGRAM)
  await pictures.run(small)
  const { pid } = pictures
  await pictures.run(job(plain(6000, 8000).raw()))
  await pictures.run(small)
  expect(pictures.pid).not.toBe(pid)
})

it('fails for the picture that it worked on when it dies, and not for those that wait', async () => {
  const pictures = start(PROGRAM)
  await pictures.run(small)
  const first = pictures.run(large).catch((error: unknown) => error)
  const second = pictures.run(small)
  await expect.poll(() => pictures.pid).toBeDefined()
  process.kill(pictures.pid!, 'SIGKILL')
  expect(await first).toMatchObject({
    status: 503,
    message: 'The picture could not be processed: the process for pictures ended (SIGKILL). Try again.',
  })
  expect(await second).toBeInstanceOf(Uint8Array)
})

it('ends after a while without a picture, and begins again', async () => {
  const pictures = start(PROGRAM, { idleMs: 50 })
  await pictures.run(small)
  await expect.poll(() => pictures.pid).toBeUndefined()
  expect(await pictures.run(small)).toBeInstanceOf(Uint8Array)
})

it('ends in the middle of a picture when the process that started it is killed', async () => {
  const parent = fork(join(import.meta.dirname, 'startLargePicture.ts'), [PROGRAM])
  const [pid] = await once(parent, 'message') as [number]
  expect(isAlive(pid)).toBe(true)
  parent.kill('SIGKILL')
  await expect.poll(() => isAlive(pid), { timeout: 5000 }).toBe(false)
})

it('fails at once where its program is missing', async () => {
  await expect(start(`${PROGRAM}.missing`).run(small)).rejects.toThrow('ended (1)')
})

function isAlive(pid: number): boolean {
  if (process.platform === 'linux')
    return existsSync(`/proc/${pid}`) && !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'))
  try {
    return process.kill(pid, 0)
  }
  catch {
    return false
  }
}
