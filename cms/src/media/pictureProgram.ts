// The program of the picture process. It has no secrets, and next.config.ts copies it into the build as it is.
import type { Sharp } from 'sharp'
import type { PictureAnswer, PictureJob, SharpOptions } from './PictureJob.ts'
import { readdirSync } from 'node:fs'
import { setPriority } from 'node:os'
import process from 'node:process'
import { createImageSizes } from 'payload/createImageSizes'
import sharp from 'sharp'

const [maxRssBytes] = process.argv.slice(2).map(Number)
const MEMORY_CHECK_INTERVAL_MS = 50
/**
 * A third of the processor time of a process that serves requests: with less, no upload ends on a machine that is busy.
 */
const NICENESS = 5

yieldToOthers()
sharp.concurrency(1)
sharp.cache(false)

process.on('message', (job: PictureJob) =>
  void perform(job).then(
    result => send({ result, rssBytes: process.memoryUsage.rss() }),
    (error: unknown) =>
      send({ error: error instanceof Error ? error.message : String(error), rssBytes: process.memoryUsage.rss() }),
  ))
// The parent process is gone. An ordinary exit would wait until the picture is done.
process.on('disconnect', () => process.kill(process.pid, 'SIGKILL'))

setInterval(() => {
  if (process.memoryUsage.rss() > maxRssBytes!)
    send({ exceeded: 'memory' })
}, MEMORY_CHECK_INTERVAL_MS).unref()

async function perform(job: PictureJob): Promise<unknown> {
  switch (job.task) {
    case 'toBuffer':
      return job.resolveWithObject
        ? open(job.picture).toBuffer({ resolveWithObject: true })
        : open(job.picture).toBuffer()
    case 'stats':
      return open(job.picture).stats()
    case 'sizes': {
      const { imageSizes, ...args } = job.args
      const req = { payloadUploadSizes: {} }
      // The function reads only this part of the collection and the request.
      const given = { ...args, config: { upload: { imageSizes } }, req, sharp } as unknown as Parameters<
        typeof createImageSizes
      >[0]
      const made = await createImageSizes(given)
      return { ...made, buffers: req.payloadUploadSizes }
    }
  }
}

/** Returns the picture of the other process: its options hold its whole state. */
function open(options: SharpOptions): Sharp {
  const picture = sharp()
  Object.assign((picture as unknown as { options: SharpOptions }).options, options)
  return picture
}

/**
 * Lowers the priority of this process. On Linux each thread has a priority of its own, which its child threads inherit.
 */
function yieldToOthers(): void {
  const threads = process.platform === 'linux' ? readdirSync('/proc/self/task').map(Number) : [process.pid]
  for (const thread of threads)
    setPriority(thread, NICENESS)
}

function send(answer: PictureAnswer): void {
  process.send!(answer)
}
