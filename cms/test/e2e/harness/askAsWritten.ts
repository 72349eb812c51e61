import type { IncomingMessage } from 'node:http'
import { once } from 'node:events'
import { request } from 'node:http'

/** Sends an address as it is written: `fetch` would tidy it up. */
export async function askAsWritten(
  url: string,
  target: string,
  method = 'GET',
): Promise<{ status: number, location: string | undefined, text: string }> {
  const { hostname, port } = new URL(url)
  const asking = request({ host: hostname, port, method, path: target })
  asking.end()
  const [answer] = await once(asking, 'response') as [IncomingMessage]
  let text = ''
  for await (const chunk of answer.setEncoding('utf8'))
    text += chunk
  return { status: answer.statusCode!, location: answer.headers.location, text }
}
