import type { Payload, SanitizedConfig } from 'payload'
import process from 'node:process'

/** The CMS without a server: brings the database up to date, as a start of the CMS does. */
export async function openPayload(tell: (line: string) => void): Promise<Payload> {
  // Payload applies the committed migrations in production only.
  Object.assign(process.env, { NODE_ENV: 'production' })
  const { getPayload } = await import('payload')
  const { default: config } = await import('../payload.config.ts')
  const { loggerHooks } = await import('../server/log/payloadLogger.ts')
  const logger = { options: { level: 'info', hooks: loggerHooks }, destination: { write: (line: string) => logged(line, tell) } }
  return getPayload({ config: { ...await config, logger: logger as unknown as SanitizedConfig['logger'] } })
}

/** Of Payload's log, what a person at the command line should know. */
function logged(line: string, tell: (line: string) => void): void {
  const { level, msg } = JSON.parse(line) as { level: number, msg?: string }
  if (msg?.startsWith('Migrated:'))
    tell(`The database was brought up to date: ${msg.replace(/^Migrated:\s*/, '')}`)
  else if (level >= PINO_WARN)
    tell(msg ?? line)
}

const PINO_WARN = 40
