import type { Payload, SanitizedConfig } from 'payload'
import process from 'node:process'

/** Opens the CMS without a server, and migrates the database as a start of the CMS does. */
export async function openPayload(tell: (line: string) => void): Promise<Payload> {
  // Payload applies the committed migrations in production only.
  Object.assign(process.env, { NODE_ENV: 'production' })
  const { getPayload } = await import('payload')
  const { default: config } = await import('../payload.config.ts')
  const { loggerHooks } = await import('../server/log/payloadLogger.ts')
  const logger = {
    options: { level: 'info', hooks: loggerHooks },
    destination: { write: (line: string) => logged(line, tell) },
  }
  return getPayload({ config: { ...await config, logger: logger as unknown as SanitizedConfig['logger'] } })
}

/** Passes on the lines of Payload's log that matter to a user at the command line. */
function logged(line: string, tell: (line: string) => void): void {
  const { level, msg } = JSON.parse(line) as { level: number, msg?: string }
  if (msg?.startsWith('Migrated:'))
    tell(`The database was brought up to date: ${msg.replace(/^Migrated:\s*/, '')}`)
  else if (level >= PINO_WARN)
    tell(msg ?? line)
}

const PINO_WARN = 40
