// A render process whose pages do what their address says, by the messages of a real one.
import { Buffer } from 'node:buffer'
import process from 'node:process'

const PAGES = {
  '/loop': () => {
    for (;;);
  },
  '/strings': () => grow(index => `${index}`.repeat(100_000)),
  '/arrays': () => grow(index => Array.from({ length: 100_000 }).fill(index)),
  '/buffers': () => grow(() => Buffer.alloc(1_000_000, 1)),
  '/exit': () => process.exit(3),
  '/never': () => new Promise(() => {}),
  '/throws': () => {
    throw new Error('No such thing.')
  },
  '/late': () => {
    setTimeout(() => Promise.reject(new Error('Too late.')), 20)
    return 'On time.'
  },
  '/asks': render => send(render, 'posts'),
  '/asks-on': async (render) => {
    for (;;)
      await send(render, 'posts')
  },
}

async function grow(make) {
  for (const all = []; ; await null)
    all.push(make(all.length))
}

const pending = new Map()

function send(render, path) {
  return new Promise((resolve, reject) => {
    const id = pending.size + 1
    pending.set(id, { resolve, reject })
    process.send({ kind: 'request', render, id, request: { path, query: {} } })
  })
}

process.on('message', async ({ kind, render, request, id, response, problem }) => {
  if (kind === 'response')
    return pending.get(id).resolve(response)
  if (kind === 'error')
    return pending.get(id).reject(new Error(problem.problem))
  try {
    const text = await (PAGES[request.path] ?? (() => request.path))(render)
    process.send({ kind: 'rendered', render, page: { status: 200, headers: [], pieces: [{ text }] } })
  }
  catch (error) {
    process.send({ kind: 'failed', render, reason: error.message })
  }
})
