import type { CmsRequest } from '@masthead/shared/client'
import type { RenderedPage, RenderRequest, Report, Task } from './messages'
import { randomBytes } from 'node:crypto'
import nodeProcess from 'node:process'
import { readEnv } from '@masthead/shared/env'
import { CmsError } from '@masthead/shared/error'
import { piecesOf } from '../../app/layout/slotMarkers'
import { cmsClient } from './cmsClient'
import { exitWithParent } from './exitWithParent'
import { provideContext } from './provideContext'
import { rendering } from './rendering'

/** Renders pages for the parent process, and sends it the requests of pages to the CMS. */
export function serveRenders(): void {
  exitWithParent()
  forbidNetwork()
  const { siteUrl, cmsUrl } = readEnv(nodeProcess.env)
  useNitroApp().hooks.hook(
    'request',
    event => provideContext(event, { siteUrl, cms: interceptor => cmsClient(cmsUrl, interceptor) }),
  )
  // A terminal signals all processes; this one exits with its parent.
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    nodeProcess.on(signal, () => {})
  // A rejection left behind by one page must not end the render of the next.
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
    report({ kind: 'rendered', render, page: await renderHere(request, cmsRequest => send(render, cmsRequest)) })
  }
  catch (error) {
    report({ kind: 'failed', render, reason: String((error as Error).stack ?? error) })
  }
}

async function renderHere(
  { path, slots, layout, enquiry }: RenderRequest,
  sendToCms: (request: CmsRequest) => Promise<unknown>,
): Promise<RenderedPage> {
  const slotMarker = slots ? `slot${randomBytes(12).toString('hex')}` : undefined
  const current = {
    interceptor: async <T>(request: CmsRequest) => await sendToCms(request) as T,
    slotMarker,
    layout,
    enquiry,
  }
  return rendering.run(current, async () => {
    const response = await useNitroApp().localFetch(path, { redirect: 'manual' })
    const html = await response.text()
    return {
      status: response.status,
      headers: [...response.headers] as RenderedPage['headers'],
      pieces: slotMarker ? piecesOf(html, slotMarker) : [{ text: html }],
    }
  })
}

const pending = new Map<number, { resolve: (response: unknown) => void, reject: (error: Error) => void }>()
let requests = 0

function send(render: number, request: CmsRequest): Promise<unknown> {
  const id = ++requests
  const { promise, resolve, reject } = Promise.withResolvers<unknown>()
  pending.set(id, { resolve, reject })
  report({ kind: 'request', render, id, request })
  return promise
}

function settle(task: Exclude<Task, { kind: 'render' }>): void {
  const { resolve, reject } = pending.get(task.id)!
  pending.delete(task.id)
  if (task.kind === 'response')
    resolve(task.response)
  else
    reject(new CmsError(task.problem))
}

function report(message: Report): void {
  nodeProcess.send!(message)
}

function forbidNetwork(): void {
  globalThis.fetch = () =>
    Promise.reject(new Error('A render process has no network: pages read the CMS through `context.cms`.'))
}
