import type { Buffer } from 'node:buffer'
import type { Page, PageHeaders } from './Page'
import type { UsesRecord } from './Uses'
import { createHash } from 'node:crypto'
import { existsSync, linkSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { readFile, utimes, writeFile } from 'node:fs/promises'
import { dirname, join, relative, sep } from 'node:path'
import { pageOf } from './Page'

/**
 * The kept pages as files, in the shape of the site: a web that begins again has them, and nginx serves them by itself
 * (docs/how-it-stays-live.md says how). What is `live` is the page; what is `aside` was the page, for when no newer one
 * can be had. The plain file is what makes a page be there: it comes last and goes first.
 *
 * Whoever removes has removed when the call returns; only the writing of new files takes its time.
 *
 * @throws the error of the file system, where it fails
 */
export class PageFiles {
  readonly #folder: string
  #count = 0

  constructor(folder: string) {
    this.#folder = folder
  }

  /** What an earlier run left; torn pages are removed. */
  open(): Left {
    rmSync(join(this.#folder, WRITING), { recursive: true, force: true })
    for (const name of ['live', 'aside', WRITING])
      mkdirSync(join(this.#folder, name), { recursive: true })
    const state = join(this.#folder, STATE)
    return {
      state: existsSync(state) ? JSON.parse(readFileSync(state, 'utf8')) as State : undefined,
      live: this.#whole('live'),
      aside: this.#whole('aside'),
    }
  }

  /** Removes every page. */
  clear(): void {
    for (const name of ['live', 'aside', STATE])
      rmSync(join(this.#folder, name), { recursive: true, force: true })
  }

  /** Says how far the files are up to date. */
  note(state: State): void {
    const written = this.#nextName()
    writeFileSync(written, JSON.stringify(state))
    renameSync(written, join(this.#folder, STATE))
  }

  /** Writes the page that nginx sends with an error of its own. */
  putError({ status, forms }: Page): void {
    const written = this.#nextName()
    writeFileSync(written, forms.identity.body)
    const file = join(this.#folder, status === 503 ? 'unavailable.html' : `.errors/${status}.html`)
    mkdirSync(dirname(file), { recursive: true })
    renameSync(written, file)
  }

  /** Writes a page beside the tree; `commit` puts it in its place, `discard` does not. */
  async prepare({ headers, forms }: Page, uses: UsesRecord): Promise<Prepared> {
    const name = this.#nextName()
    const lengths = { '.html.br': forms.br.body.length, '.html.gz': forms.gzip.body.length, '.html': forms.identity.body.length }
    const record: PageRecord = { headers, etag: forms.identity.etag, lengths, uses }
    const discard = () => {
      for (const ending of ENDINGS)
        rmSync(name + ending, { force: true })
    }
    try {
      await Promise.all([
        writeFile(`${name}.json`, JSON.stringify(record)),
        writeForm(`${name}.html.br`, forms.br.body),
        writeForm(`${name}.html.gz`, forms.gzip.body),
        writeForm(`${name}.html`, forms.identity.body),
      ])
    }
    catch (error) {
      discard()
      throw error
    }
    return { commit: path => this.#put(name, this.#base('live', path)), discard }
  }

  async read(tree: Tree, path: string): Promise<Page | undefined> {
    const base = this.#base(tree, path)
    const [record, br, gzip, identity] = await Promise.all(ENDINGS.map(ending => readFile(base + ending))).catch(unlessMissing)
    if (!record || !br || !gzip || !identity)
      return undefined
    const { headers, etag } = JSON.parse(record.toString()) as PageRecord
    const page = pageOf({ status: 200, headers, bodies: { br, gzip, identity } })
    return page.forms.identity.etag === etag ? page : undefined
  }

  remove(tree: Tree, path: string): void {
    const base = this.#base(tree, path)
    for (const ending of [...ENDINGS].reverse())
      rmSync(base + ending, { force: true })
  }

  /** Moves a page from `live` to `aside`, in the place of an older one: it is there before it is gone here, so that nginx always has one of them. */
  setAside(path: string): void {
    const live = this.#base('live', path)
    const away = this.#nextName()
    for (const ending of ENDINGS)
      linkSync(live + ending, away + ending)
    this.#put(away, this.#base('aside', path))
    this.remove('live', path)
  }

  #put(from: string, to: string): void {
    mkdirSync(dirname(to), { recursive: true })
    for (const ending of ENDINGS)
      renameSync(from + ending, to + ending)
  }

  #base(tree: Tree, path: string): string {
    return join(this.#folder, tree, path, 'index')
  }

  #nextName(): string {
    return join(this.#folder, WRITING, String(this.#count++))
  }

  #whole(tree: Tree): LeftPage[] {
    const root = join(this.#folder, tree)
    const folders = new Set(readdirSync(root, { recursive: true, withFileTypes: true }).filter(entry => entry.isFile()).map(entry => entry.parentPath))
    return [...folders].flatMap((folder) => {
      const path = `/${relative(root, folder).replaceAll(sep, '/')}`
      const uses = usesOfWhole(join(folder, 'index'))
      if (!uses)
        this.remove(tree, path)
      return uses ? [{ path, uses, since: statSync(join(folder, 'index.html')).ctimeMs }] : []
    })
  }
}

export type Tree = 'live' | 'aside'

/** What an earlier run left. */
export interface Left {
  state: State | undefined
  live: LeftPage[]
  aside: LeftPage[]
}

export interface LeftPage {
  path: string
  uses: UsesRecord
  /** When it was put there; milliseconds since 1970. */
  since: number
}

/** How far the files are up to date. */
export interface State {
  /** What they were made by. */
  build: string
  /** The change that was followed last, and which entry of the feed that was. */
  followed: number
  entry?: string
  /** When the CMS last said so; milliseconds since 1970. */
  heard: number
}

export interface Prepared {
  commit: (path: string) => void
  discard: () => void
}

interface PageRecord {
  headers: PageHeaders
  etag: string
  lengths: Record<string, number>
  uses: UsesRecord
}

/** In the order of writing. */
const ENDINGS = ['.json', '.html.br', '.html.gz', '.html'] as const

const WRITING = 'writing'
const STATE = 'state.json'

/**
 * nginx makes an ETag of a file's time, in seconds, and its length: of two pages of one length, written in one second,
 * it would take one for the other. So the time is made of the bytes.
 */
async function writeForm(name: string, body: Buffer): Promise<void> {
  await writeFile(name, body)
  const time = createHash('sha256').update(body).digest().readUInt32BE() >>> 1
  await utimes(name, time, time)
}

/** What a page uses; undefined where not all of it is there, as when the power went while it was written. */
function usesOfWhole(base: string): UsesRecord | undefined {
  if (!ENDINGS.every(ending => existsSync(base + ending)))
    return undefined
  const record = parsed(readFileSync(`${base}.json`, 'utf8'))
  return record && Object.entries(record.lengths).every(([ending, length]) => statSync(base + ending).size === length) ? record.uses : undefined
}

function parsed(json: string): PageRecord | undefined {
  try {
    return JSON.parse(json) as PageRecord
  }
  catch {
    return undefined
  }
}

function unlessMissing(error: NodeJS.ErrnoException): [] {
  if (error.code !== 'ENOENT')
    throw error
  return []
}
