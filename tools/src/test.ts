import type { Suite } from './suite.ts'
import type { Result } from './tally.ts'
import process from 'node:process'
import { findBrowser } from './browser.ts'
import { build } from './build.ts'
import { runCommand } from './command.ts'
import { install } from './install.ts'
import { startMongo } from './mongodb.ts'
import { runSuite } from './suite.ts'
import { compareDatabases, summary, total, unable } from './tally.ts'

// On a machine for tests everything has to run.
const STRICT = Boolean(process.env.CI)
const OF_THE_PRODUCT = /^(?:DATABASE_URL|DATA_DIR|PAYLOAD_SECRET|SERVICE_KEY|(?:CMS|SITE|WEB)_URL|(?:CMS|WEB)_PORT|ADMIN_EMAIL|ADMIN_PASSWORD|SMTP_URL|DEMO)$/

await runCommand(async (stop) => {
  await install(stop)
  await build(stop)

  const run = async (suite: Suite): Promise<Result> => ({ title: suite.title, ...await runSuite(suite, environment(), stop) })
  const integration = (title: string, env: Suite['env']) => run({ title, folder: 'cms', project: 'integration', env })

  // These wait more than they compute.
  const results = await Promise.all(['shared', 'tools', 'cms', 'web'].map(name => run({ title: name, folder: name, project: name, isBesideOthers: true })))
  const sqlite = await integration('integration on SQLite', { TEST_DATABASE: 'sqlite' })
  const mongodb = await onMongo('integration on MongoDB', sqlite, env => integration('integration on MongoDB', env))
  results.push(sqlite, mongodb, ...compareDatabases(sqlite, mongodb))

  results.push(await findBrowser()
    ? await run({ title: 'browser journeys', folder: 'cms', project: 'e2e' })
    : unable('browser journeys', 'no Chromium runs here; name one with CHROMIUM_PATH', 1, STRICT))

  console.log(summary(results))
  return total(results).failed > 0 ? 1 : 0
}, { whenStopped: 130 })

async function onMongo(title: string, sqlite: Result, run: (env: Record<string, string>) => Promise<Result>): Promise<Result> {
  const mongo = await startMongo()
  if ('skipped' in mongo)
    return unable(title, mongo.skipped, sqlite.counts.passed + sqlite.counts.failed, STRICT)
  try {
    return await run({ TEST_DATABASE: 'mongodb', TEST_MONGODB_URL: mongo.url('masthead-test') })
  }
  finally {
    await mongo.stop()
  }
}

/** Without the product's own variables: no test may touch the database that somebody works with. */
function environment(): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !OF_THE_PRODUCT.test(name)))
}
