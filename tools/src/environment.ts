import type { Env } from '../../shared/src/env.ts'
import { mkdirSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import process from 'node:process'
import { readEnv, S3_VARIABLES } from '../../shared/src/env.ts'
import { readSecrets } from './secrets.ts'
import { root } from './workspace.ts'

export interface Environment {
  env: Env
  /** The variables for the CMS and its commands. */
  cms: NodeJS.ProcessEnv
  /** The variables for the site. Its only secret is the key that it shows to the CMS. */
  web: NodeJS.ProcessEnv
}

/** Validates every variable, makes paths absolute (they are relative to the checkout), and adds the secrets. */
export function readEnvironment(): Environment {
  const env = readEnv(process.env)
  env.dataDir = resolve(root, env.dataDir)
  // Before everything else, because this creates the folder for its owner alone.
  const secrets = readSecrets(env.dataDir)
  env.databaseUrl = absoluteDatabaseUrl(env.databaseUrl)

  const common = {
    ...process.env,
    DATA_DIR: env.dataDir,
    SERVICE_KEY: env.serviceKey ?? secrets.serviceKey,
    CMS_URL: env.cmsUrl,
    SITE_URL: env.siteUrl,
    WEB_URL: env.webUrl,
    CMS_PORT: String(env.cmsPort),
    WEB_PORT: String(env.webPort),
    NEXT_TELEMETRY_DISABLED: '1',
    NUXT_TELEMETRY_DISABLED: '1',
  }
  const secret = {
    DATABASE_URL: env.databaseUrl,
    SERVICE_KEY_PREVIOUS: env.serviceKeyPrevious,
    PAYLOAD_SECRET: env.payloadSecret ?? secrets.payloadSecret,
    PAYLOAD_SECRET_PREVIOUS: env.payloadSecretPrevious,
    ADMIN_EMAIL: env.adminEmail,
    ADMIN_PASSWORD: env.adminPassword,
    SMTP_URL: env.smtpUrl,
    AUDIT_SECRET: env.auditSecret,
    ...Object.fromEntries(Object.values(S3_VARIABLES).map(name => [name, process.env[name]])),
  }
  const none = Object.fromEntries(Object.keys(secret).map(name => [name, undefined]))
  return { env, cms: { ...common, ...secret }, web: { ...common, ...none } }
}

function absoluteDatabaseUrl(url: string): string {
  if (!url.startsWith('file:'))
    return url
  const file = resolve(root, url.slice('file:'.length))
  mkdirSync(dirname(file), { recursive: true })
  return `file:${file}`
}
