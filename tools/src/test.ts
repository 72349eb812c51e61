import type { Suite } from './suite.ts'
import type { Result } from './tally.ts'
import { join } from 'node:path'
import process from 'node:process'
import { findBrowser } from './browser.ts'
import { build } from './build.ts'
import { runCommand } from './command.ts'
import { Failure } from './failure.ts'
import { install } from './install.ts'
import { startMongo } from './mongodb.ts'
import { runSuite } from './suite.ts'
import { compareDatabases, summary, total, unable } from './tally.ts'
import { cache } from './workspace.ts'

// In CI, everything has to run.
const STRICT = Boolean(process.env.CI)
const OF_THE_PRODUCT
  = /^(?:DATABASE_URL|DATA_DIR|PAYLOAD_SECRET(?:_PREVIOUS)?|SERVICE_KEY(?:_PREVIOUS)?|SECURITY_CONTACT|(?:CMS|SITE|WEB)_URL|(?:CMS|WEB)_PORT|ADMIN_EMAIL|ADMIN_PASSWORD|SMTP_URL|TRUSTED_PROXIES|ENQUIRY_RETENTION_DAYS|HSTS_MAX_AGE|REQUIRE_SECOND_FACTOR|AUDIT_SECRET|AUDIT_RETENTION_DAYS|DEMO)$/

await runCommand(async (stop) => {
  const isQuick = readOptions(process.argv.slice(2))
  await install(stop)
  await build(stop)

  const run: Run = async suite => ({ title: suite.title, ...await runSuite(suite, environment(), stop) })
  const results = await runUnits(run)
  if (!isQuick)
    results.push(...await runIntegration(run), await runJourneys(run))

  console.log(summary(results))
  return total(results).failed > 0 ? 1 : 0
}, { whenStopped: 130 })

type Run = (suite: Suite) => Promise<Result>

/** Whether to run only the unit tests. */
function readOptions(options: string[]): boolean {
  const unknown = options.find(option => option !== '--quick')
  if (unknown !== undefined)
    throw new Failure(`npm test has one option, --quick, which runs the units alone: leave "${unknown}" out.`)
  return options.length > 0
}

/** Runs the unit tests side by side: they wait more than they compute. */
function runUnits(run: Run): Promise<Result[]> {
  return Promise.all(
    ['shared', 'tools', 'cms', 'web'].map(name =>
      run({ title: name, folder: name, project: name, isBesideOthers: true }),
    ),
  )
}

async function runIntegration(run: Run): Promise<Result[]> {
  const integration = (title: string, env: Suite['env']) => run({ title, folder: 'cms', project: 'integration', env })
  const sqlite = await integration('integration on SQLite', { TEST_DATABASE: 'sqlite' })
  const mongodb = await onMongo('integration on MongoDB', sqlite, env => integration('integration on MongoDB', env))
  const either = await run({
    title: 'integration on either database',
    folder: 'cms',
    project: 'database-agnostic',
    env: { TEST_DATABASE: 'sqlite' },
  })
  const generators = await run({ title: 'generators', folder: 'tools', project: 'generators' })
  return [sqlite, mongodb, ...compareDatabases(sqlite, mongodb), either, generators]
}

async function runJourneys(run: Run): Promise<Result> {
  return await findBrowser()
    ? await run({ title: 'browser journeys', folder: 'cms', project: 'e2e' })
    : unable('browser journeys', 'no Chromium runs here; name one with CHROMIUM_PATH', 1, STRICT)
}

async function onMongo(
  title: string,
  sqlite: Result,
  run: (env: Record<string, string>) => Promise<Result>,
): Promise<Result> {
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

/**
 * Returns the environment of the tests, without the product's own variables: no test may touch a developer's database.
 * Processes cache their compiled code, because commands of the CMS start dozens of times, and compiling is half of each
 * start.
 */
function environment(): NodeJS.ProcessEnv {
  const others = Object.entries(process.env).filter(([name]) => !OF_THE_PRODUCT.test(name))
  return { ...Object.fromEntries(others), NODE_COMPILE_CACHE: join(cache, 'code') }
}
