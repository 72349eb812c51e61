import type { Question } from '@masthead/shared/client'
import type { RenderedPage, RenderRequest, Report, Task } from './messages'
import { randomBytes } from 'node:crypto'
import nodeProcess from 'node:process'
import { readEnv } from '@masthead/shared/env'
import { CmsError } from '@masthead/shared/error'
import { piecesOf } from '../../app/frame/slotMarks'
import { cmsClient } from './cmsClient'
import { endWithParent } from './endWithParent'
import { provideContext } from './provideContext'
import { rendering } from './rendering'

/** Renders what the process that started this one asks for. What a page asks the CMS, that process answers. */
export function serveRenders(): void {
  endWithParent()
  forbidNetwork()
  const { siteUrl, cmsUrl } = readEnv(nodeProcess.env)
  useNitroApp().hooks.hook('request', event => provideContext(event, { siteUrl, cms: through => cmsClient(cmsUrl, through) }))
  // The terminal tells all processes to end; this one ends with the one that it works for.
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    nodeProcess.on(signal, () => {})
  // What a page leaves behind is not the fault of the next one.
  nodeProcess.on('unhandledRejection', error => console.error('Unhandled rejection:', error))
  nodeProcess.on('message', (task: Task) => {
    if (task.kind === 'render')
      void renderFor(task.render, task.request)
    else
      settle(task)
  })
}

async function renderFor(render: number, request: RenderRequest): Promise<void> {
  try {
    report({ kind: 'rendered', render, page: await renderHere(request, asked => ask(render, asked)) })
  }
  catch (error) {
    report({ kind: 'failed', render, reason: String((error as Error).stack ?? error) })
  }
}

async function renderHere({ path, slots, frame, enquiry }: RenderRequest, through: (question: Question) => Promise<unknown>): Promise<RenderedPage> {
  const slotMark = slots ? `slot${randomBytes(12).toString('hex')}` : undefined
  const current = { through: async <T>(question: Question) => await through(question) as T, slotMark, frame, enquiry }
  return rendering.run(current, async () => {
    const answer = await useNitroApp().localFetch(path, { redirect: 'manual' })
    const html = await answer.text()
    return { status: answer.status, headers: [...answer.headers] as RenderedPage['headers'], pieces: slotMark ? piecesOf(html, slotMark) : [{ text: html }] }
  })
}

const waiting = new Map<number, { resolve: (answer: unknown) => void, reject: (error: Error) => void }>()
let questions = 0

function ask(render: number, asked: Question): Promise<unknown> {
  const question = ++questions
  const { promise, resolve, reject } = Promise.withResolvers<unknown>()
  waiting.set(question, { resolve, reject })
  report({ kind: 'question', render, question, asked })
  return promise
}

function settle(task: Exclude<Task, { kind: 'render' }>): void {
  const { resolve, reject } = waiting.get(task.question)!
  waiting.delete(task.question)
  if (task.kind === 'answer')
    resolve(task.answer)
  else
    reject(new CmsError(task.problem))
}

function report(message: Report): void {
  nodeProcess.send!(message)
}

function forbidNetwork(): void {
  globalThis.fetch = () => Promise.reject(new Error('A render process has no network: pages read the CMS through `context.cms`.'))
}
