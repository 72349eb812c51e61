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
  '/asks': render => ask(render, 'posts'),
  '/asks-on': async (render) => {
    for (;;)
      await ask(render, 'posts')
  },
}

async function grow(make) {
  for (const all = []; ; await null)
    all.push(make(all.length))
}

const waiting = new Map()

function ask(render, path) {
  return new Promise((resolve, reject) => {
    const question = waiting.size + 1
    waiting.set(question, { resolve, reject })
    process.send({ kind: 'question', render, question, asked: { path, query: {} } })
  })
}

process.on('message', async ({ kind, render, request, question, answer, problem }) => {
  if (kind === 'answer')
    return waiting.get(question).resolve(answer)
  if (kind === 'refusal')
    return waiting.get(question).reject(new Error(problem.problem))
  try {
    const words = await (PAGES[request.path] ?? (() => request.path))(render)
    process.send({ kind: 'rendered', render, page: { status: 200, headers: [], pieces: [{ text: words }] } })
  }
  catch (error) {
    process.send({ kind: 'failed', render, reason: error.message })
  }
})
