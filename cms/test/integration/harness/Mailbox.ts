import type { Server, Socket } from 'node:net'
import { once } from 'node:events'
import { createServer } from 'node:net'

/** A mail server that keeps what it is given: as much SMTP as a mail needs, on a free port. */
export class Mailbox {
  readonly mails: Mail[] = []
  readonly #server: Server = createServer(socket => this.#serve(socket))
  #waiting: (() => void)[] = []
  readonly #refuse: ((text: string) => string) | undefined

  /** @param options.refuse gives the answer with which it refuses a mail */
  constructor({ refuse }: { refuse?: (text: string) => string } = {}) {
    this.#refuse = refuse
  }

  async open(): Promise<string> {
    this.#server.listen(0, '127.0.0.1')
    await once(this.#server, 'listening')
    const address = this.#server.address()
    return `smtp://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`
  }

  /** The mails to an address, once there are so many. */
  async to(address: string, count = 1): Promise<Mail[]> {
    for (;;) {
      const mails = this.mails.filter(({ to }) => to === address)
      if (mails.length >= count)
        return mails
      await new Promise<void>(resolve => this.#waiting.push(resolve))
    }
  }

  close(): void {
    this.#server.close()
  }

  #serve(socket: Socket): void {
    const mail: Mail = { from: '', to: '', text: '' }
    let unread = ''
    let isInData = false
    socket.write('220 mailbox\r\n')
    socket.on('error', () => {})
    socket.on('data', (bytes) => {
      unread += bytes
      for (let end = unread.indexOf('\r\n'); end !== -1; end = unread.indexOf('\r\n')) {
        const line = unread.slice(0, end)
        unread = unread.slice(end + 2)
        if (isInData && line !== '.') {
          mail.text += `${line}\n`
          continue
        }
        if (isInData && this.#refuse) {
          socket.write(`${this.#refuse(plain(mail.text))}\r\n`)
          isInData = false
          continue
        }
        if (isInData)
          this.#keep({ ...mail, text: plain(mail.text) })
        isInData = !isInData && line === 'DATA'
        if (line.startsWith('MAIL FROM:'))
          mail.from = addressIn(line)
        if (line.startsWith('RCPT TO:'))
          mail.to = addressIn(line)
        socket.write(isInData ? '354 Go ahead\r\n' : line === 'QUIT' ? '221 Bye\r\n' : '250 OK\r\n')
      }
    })
  }

  #keep(mail: Mail): void {
    this.mails.push(mail)
    for (const resolve of this.#waiting.splice(0))
      resolve()
  }
}

export interface Mail {
  from: string
  to: string
  /** Head and body. */
  text: string
}

function addressIn(line: string): string {
  return /<(.*?)>/.exec(line)?.[1] ?? ''
}

/** Without the quoted-printable that mails travel in. */
function plain(text: string): string {
  return text.replaceAll('=\n', '').replaceAll(
    /=([0-9A-F]{2})/g,
    (_, code) => String.fromCharCode(Number.parseInt(code, 16)),
  )
}
