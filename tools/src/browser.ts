import { execFile } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs'
import { arch, platform } from 'node:os'
import { delimiter, join } from 'node:path'
import process from 'node:process'
import { promisify } from 'node:util'
import { cache, root } from './workspace.ts'

/** The options for playwright's `chromium.launch`. */
export interface Browser {
  executablePath: string
  args: string[]
  env: Record<string, string | undefined>
}

/**
 * Returns the Chromium of `CHROMIUM_PATH`; else that of the CMS's packages, which has no windows and therefore opens a
 * page in a sixth of the time; else the machine's own. Undefined if none runs.
 */
export async function findBrowser(): Promise<Browser | undefined> {
  const { CHROMIUM_PATH } = process.env
  return CHROMIUM_PATH ? await firstOf([CHROMIUM_PATH]) : await packaged() ?? await firstOf(installed())
}

const run = promisify(execFile)
const NAMES = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome']
const MAC = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'
const ARGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

function installed(): string[] {
  const folders = [...(process.env.PATH ?? '').split(delimiter), '/usr/bin', '/usr/local/bin']
  return [...folders.flatMap(folder => NAMES.map(name => join(folder, name))), MAC].filter(path => existsSync(path))
}

async function firstOf(paths: string[]): Promise<Browser | undefined> {
  for (const executablePath of paths) {
    if (await runs(executablePath, process.env))
      return { executablePath, args: ARGS, env: process.env }
  }
  return undefined
}

async function runs(executablePath: string, env: NodeJS.ProcessEnv): Promise<boolean> {
  try {
    await run(executablePath, ['--version'], { env, timeout: 30_000 })
    return true
  }
  catch {
    return false
  }
}

/**
 * Returns the Chromium of @sparticuz/chromium: Linux x64 only, compressed in the package, with fonts for machines that
 * have none.
 */
async function packaged(): Promise<Browser | undefined> {
  if (platform() !== 'linux' || arch() !== 'x64')
    return undefined
  const folder = join(cache, 'chromium')
  if (!existsSync(folder))
    await unpack(folder)
  const executablePath = join(folder, 'chromium')
  // A bare machine lacks fonts and a few libraries, which are in the package.
  const own = existsSync('/etc/fonts/fonts.conf')
    ? process.env
    : { ...process.env, FONTCONFIG_PATH: join(folder, 'fonts') }
  for (const env of [own, { ...own, LD_LIBRARY_PATH: join(folder, 'al2023/lib') }]) {
    if (await runs(executablePath, env))
      return { executablePath, args: ARGS, env }
  }
  return undefined
}

const UNPACK = `
  import chromium, { inflate } from '@sparticuz/chromium'
  await chromium.executablePath()
  await inflate('node_modules/@sparticuz/chromium/bin/al2023.tar.br')
`

/**
 * Unpacks the browser into a folder of its own and renames it when complete. The package itself unpacks into the
 * temporary folder, and treats files that are there already as complete.
 */
async function unpack(folder: string): Promise<void> {
  mkdirSync(cache, { recursive: true })
  const staging = mkdtempSync(join(cache, 'chromium-'))
  try {
    await run(process.execPath, ['--input-type=module', '--eval', UNPACK], {
      cwd: join(root, 'cms'),
      env: { ...process.env, TMPDIR: staging },
    })
    renameSync(staging, folder)
  }
  catch (error) {
    // Another process may have finished first.
    if (!existsSync(folder))
      throw error
  }
  finally {
    rmSync(staging, { recursive: true, force: true })
  }
}
