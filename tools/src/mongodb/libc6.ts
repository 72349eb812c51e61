import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readdir, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

export interface Libc6 {
  /** The dynamic loader: it runs a program with the libraries of a given folder. */
  loader: string
  libraries: string
}

const RELEASE = 'trixie'
const cache = fileURLToPath(new URL('../../.cache', import.meta.url))

const [TRIPLET, LOADER] = process.arch === 'arm64'
  ? ['aarch64-linux-gnu', 'ld-linux-aarch64.so.1']
  : ['x86_64-linux-gnu', 'ld-linux-x86-64.so.2']

const run = promisify(execFile)

/** Unpacks the C library of a newer Debian into a folder of its own. Nothing on the system changes. */
export async function unpackedLibc6(): Promise<Libc6> {
  const folder = join(cache, `libc6-${RELEASE}-${process.arch}`)
  if (!existsSync(folder))
    await unpack(folder)
  const libraries = join(folder, 'usr/lib', TRIPLET)
  return { loader: join(libraries, LOADER), libraries }
}

async function unpack(folder: string): Promise<void> {
  await mkdir(cache, { recursive: true })
  const work = await mkdtemp(`${folder}-`)
  try {
    const fresh = join(work, 'unpacked')
    await run('dpkg-deb', ['--extract', await download(work), fresh])
    await keep(fresh, folder)
  }
  finally {
    await rm(work, { recursive: true })
  }
}

/** Two processes may unpack at once. Both hold the same package, so the first to finish wins. */
async function keep(fresh: string, folder: string): Promise<void> {
  try {
    await rename(fresh, folder)
  }
  catch (error) {
    if (!existsSync(folder))
      throw error
  }
}

/** Downloads with apt, which verifies the index by Debian's signature and the package by the index. */
async function download(work: string): Promise<string> {
  const config = join(work, 'apt.conf')
  await writeFile(config, aptConfig(work))
  await writeFile(
    join(work, 'sources.list'),
    `deb [signed-by=/usr/share/keyrings/debian-archive-keyring.gpg] ${await mirror()} ${RELEASE} main\n`,
  )

  const apt = { cwd: work, timeout: 60_000 }
  await run('apt-get', ['--config-file', config, 'update'], apt)
  await run('apt-get', ['--config-file', config, 'download', 'libc6'], apt)

  const [packageFile] = (await readdir(work)).filter(name => name.endsWith('.deb'))
  if (!packageFile)
    throw new Error('apt-get download left no package behind')
  return join(work, packageFile)
}

/** Returns the machine's Debian mirror, which is configured even if no index was ever fetched. */
async function mirror(): Promise<string> {
  const { stdout } = await run('apt-get', ['update', '--print-uris'])
  return /^'(\S+\/debian\/)dists\//m.exec(stdout)?.[1] ?? 'http://deb.debian.org/debian/'
}

/**
 * Returns apt's options. The machine's own settings (proxies, for example) stay in force, except its sources, state and
 * hooks.
 */
function aptConfig(work: string): string {
  return `
    Dir::Etc::sourcelist "${work}/sources.list";
    Dir::Etc::sourceparts "-";
    Dir::State "${work}";
    Dir::Cache "${work}";
    Acquire::Languages "none";
    APT::Update::Error-Mode "any";
    #clear APT::Update::Pre-Invoke;
    #clear APT::Update::Post-Invoke;
    #clear APT::Update::Post-Invoke-Success;
  `
}
