// Plain JavaScript for whatever Node >= 20 the machine has: brings the Node and pnpm that package-lock.json names, then
// hands the command over.
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  accessSync,
  constants,
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { delimiter, dirname, isAbsolute, join } from 'node:path'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { explain } from './src/explain.mjs'

const COMMANDS = ['start', 'test', 'content', 'backup', 'restore', 'audit', 'people', 'new', 'dev', 'bench']
const SIGNALS = { SIGHUP: 1, SIGINT: 2, SIGTERM: 15 }

const tools = dirname(fileURLToPath(import.meta.url))
const modules = join(tools, 'node_modules')
const cache = join(tools, '.cache')
const [command, ...args] = process.argv.slice(2)

let child
let stoppedBy

main().catch((error) => {
  console.error(`\n${error.message}\n${explain(error.message) ?? ''}`)
  process.exitCode = 1
})

async function main() {
  if (!COMMANDS.includes(command))
    throw new Error(`There is no command "${command}": give one of ${COMMANDS.join(', ')}.`)
  if (process.platform === 'win32')
    throw new Error('Windows is not supported: run this inside WSL (https://learn.microsoft.com/windows/wsl/install).')
  if (Number.parseInt(process.versions.node) < 20)
    throw new Error(`Node ${process.versions.node} is too old: install Node 20 or newer (https://nodejs.org).`)

  for (const signal of Object.keys(SIGNALS))
    process.on(signal, () => stop(signal))
  stopWithNpm()

  await bringTools()
  const node = stoppedBy ? undefined : await findNode()
  // Stopped meanwhile, there is nothing to stop yet.
  const { code, signal } = stoppedBy ? { signal: stoppedBy } : await handOver(node)
  process.exitCode = code ?? exitCodeOf(signal)
}

/**
 * Installs into a folder of its own and renames it into place: neither a kill half-way nor two commands at once can
 * leave half an installation.
 */
async function bringTools() {
  const wanted = createHash('sha256').update(readFileSync(join(tools, 'package-lock.json'))).update(
    process.platform + process.arch,
  ).digest('hex')
  const isInstalled = () =>
    existsSync(join(modules, '.installed')) && readFileSync(join(modules, '.installed'), 'utf8') === wanted
  if (isInstalled())
    return

  const began = Date.now()
  const elapsed = () => `${((Date.now() - began) / 1000).toFixed(1)} s`
  console.log('→ Bringing Node and pnpm')
  const stillAtIt = setInterval(() => console.log(`  Bringing Node and pnpm: ${elapsed()} so far`), 20_000)
  removeAbandoned()
  const staging = join(cache, `install-${process.pid}`)
  mkdirSync(staging, { recursive: true })
  try {
    for (const file of ['package.json', 'package-lock.json'])
      copyFileSync(join(tools, file), join(staging, file))
    await npmInstall(staging)
    if (stoppedBy || isInstalled())
      return
    writeFileSync(join(staging, 'node_modules', '.installed'), wanted)
    if (existsSync(modules))
      renameSync(modules, join(staging, 'replaced'))
    renameSync(join(staging, 'node_modules'), modules)
  }
  catch (error) {
    // Another command may have been first; then its result is as good.
    if (!isInstalled())
      throw error
  }
  finally {
    clearInterval(stillAtIt)
    rmSync(staging, { recursive: true, force: true })
  }
  console.log(`✓ Bringing Node and pnpm (${elapsed()})`)
}

function removeAbandoned() {
  if (!existsSync(cache))
    return
  for (const name of readdirSync(cache)) {
    const pid = /^install-(\d+)$/.exec(name)?.[1]
    if (pid && !isRunning(Number(pid)))
      rmSync(join(cache, name), { recursive: true, force: true })
  }
}

function isRunning(pid) {
  try {
    return process.kill(pid, 0)
  }
  catch (error) {
    return error.code === 'EPERM'
  }
}

/**
 * Not `npm ci`: that refuses when the registry lacks one of pnpm's programs for other machines. The lockfile's own
 * entries are checked all the same.
 */
async function npmInstall(cwd) {
  let output = ''
  child = spawn('npm', [
    'install',
    '--ignore-scripts',
    '--no-audit',
    '--no-fund',
    '--fetch-retries=1',
    '--fetch-retry-mintimeout=1000',
  ], { cwd, env: environment(), stdio: ['ignore', 'pipe', 'pipe'] })
  child.stdout.on('data', data => output += data)
  child.stderr.on('data', data => output += data)
  const { code } = await ended(child)
  if (code !== 0 && !stoppedBy)
    throw new Error(`${output.trim()}\n\nnpm could not install Node and pnpm into tools/.`)
}

function handOver(node) {
  const env = environment()
  env.PATH = [dirname(node), join(modules, '.bin'), process.env.PATH].join(delimiter)
  // The channel tells the command when this process is gone, even by kill -9.
  child = spawn(node, [join(tools, 'src', `${command}.ts`), ...args], {
    env,
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  })
  return ended(child)
}

/** Stopping what runs until it is stopped is no failure. */
function exitCodeOf(signal) {
  return stoppedBy && command === 'start' ? 0 : 128 + (SIGNALS[signal] ?? 9)
}

async function findNode() {
  const [major, minor] = process.versions.node.split('.').map(Number)
  if ((major === 24 && minor >= 11) || major >= 26)
    return process.execPath

  const brought = join(modules, '.bin', 'node')
  const why
    = `There is no ready-made Node 24 for this machine (${process.platform} ${process.arch}): install Node 24.11 or newer (https://nodejs.org) and run this again.`
  if (!existsSync(brought))
    throw new Error(why)
  const { code } = await ended(spawn(brought, ['--version'], { stdio: 'ignore' }))
  if (code !== 0)
    throw new Error(why)
  return brought
}

/** Without what an outer npm adds, but for how to reach the registry, and with a home that can be written to. */
function environment() {
  const env = Object.fromEntries(
    Object.entries(process.env).filter(([name]) =>
      !name.startsWith('npm_') || /^npm_config_(?:registry|ca|cafile|proxy|https_proxy|noproxy|strict_ssl)$/.test(name),
    ),
  )
  if (!isUsableHome(env.HOME)) {
    env.HOME = join(cache, 'home')
    mkdirSync(env.HOME, { recursive: true })
  }
  return env
}

function isUsableHome(home) {
  if (!home || !isAbsolute(home))
    return false
  try {
    accessSync(home, constants.W_OK)
    return true
  }
  catch {
    return false
  }
}

function stop(signal) {
  stoppedBy ??= signal
  child?.kill(signal)
  // The command gives what it started 5 seconds; one that hangs itself gets no more than 10.
  setTimeout(() => child?.kill('SIGKILL'), 10_000).unref()
}

/** A killed npm cannot pass its signal on, and not every shell between it and this process does. */
function stopWithNpm() {
  if (!process.env.npm_lifecycle_event)
    return
  const parent = process.ppid
  const watch = setInterval(() => {
    if (process.ppid === parent)
      return
    // Once: the second signal would be the one that kills.
    clearInterval(watch)
    stop('SIGTERM')
  }, 1000).unref()
}

function ended(process) {
  return new Promise((resolve, reject) => {
    process.once('error', reject)
    process.once('close', (code, signal) => resolve({ code, signal }))
  })
}
