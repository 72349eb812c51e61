import type { Redirect } from '@masthead/shared/payload-types'
import type { Payload, PayloadRequest } from 'payload'
import type { Leading, PathLookup } from '../redirects/PathLookup.ts'
import type { RedirectProblem } from '../redirects/problems.ts'
import type { Problem } from './Problem.ts'
import type { RedirectLine } from './readRedirects.ts'
import { redirectTarget } from '@masthead/shared/redirectTarget'
import { sitePath } from '@masthead/shared/sitePath'
import { createLocalReq, ValidationError } from 'payload'
import { recordEvent } from '../audit/recordEvent.ts'
import { followChain } from '../redirects/followChain.ts'
import { pathLookupOf } from '../redirects/PathLookup.ts'
import { problemOfFrom, problemOfTarget } from '../redirects/problems.ts'
import { ImportError } from './ImportError.ts'
import { readRedirects } from './readRedirects.ts'
import { readText } from './readText.ts'

export interface RedirectsOutcome {
  problems: Problem[]
  created: number
  changed: number
  unchanged: number
}

/** Imports redirects line by line: a refused line stops none of the others. */
export async function importRedirects(
  payload: Payload,
  file: string,
  { dryRun }: { dryRun: boolean },
): Promise<RedirectsOutcome> {
  const outcome: RedirectsOutcome = { problems: [], created: 0, changed: 0, unchanged: 0 }
  const seen = new Map<string, RedirectLine>()
  const planned = new Map<string, Leading>()
  for (const line of await linesOf(file, outcome)) {
    const req = await createLocalReq({}, payload)
    const known = withPlanned(pathLookupOf(req), planned)
    const problem = twice(line, seen) ?? await problemOf(line, known)
    if (problem) {
      outcome.problems.push({ line: line.line, ...problem })
      continue
    }
    const redirect = await settled(line, known)
    const existing = await known.redirectAt(redirect.from)
    const action = !existing
      ? 'created'
      : existing.to === redirect.to && existing.status === redirect.status
        ? 'unchanged'
        : 'changed'
    const refusals = dryRun || action === 'unchanged'
      ? []
      : await write(redirect, existing?.id, { line: line.line, req })
    if (dryRun)
      planned.set(redirect.from, redirect)
    if (refusals.length === 0)
      outcome[action]++
    outcome.problems.push(...refusals)
  }
  if (!dryRun && outcome.created + outcome.changed > 0) {
    await recordEvent(await createLocalReq({}, payload), {
      event: 'imported',
      about: 'redirects',
      title: `${outcome.created} new, ${outcome.changed} changed`,
    })
  }
  outcome.problems.sort((one, other) => one.line - other.line)
  return outcome
}

async function linesOf(file: string, { problems }: RedirectsOutcome): Promise<RedirectLine[]> {
  try {
    const lines = readRedirects(
      await readText(file, {
        empty: 'Write a redirect on each line: from,to,status.',
        binary: 'Save the table as CSV.',
      }),
    )
    problems.push(...lines.filter(line => 'problem' in line))
    return lines.filter(line => 'from' in line)
  }
  catch (error) {
    if (!(error instanceof ImportError))
      throw error
    problems.push(...error.problems)
    return []
  }
}

/** Adds the planned redirects to a lookup: in a dry run, earlier lines count as written. */
function withPlanned(known: PathLookup, planned: Map<string, Leading>): PathLookup {
  return { ...known, redirectAt: async from => planned.get(from) ?? known.redirectAt(from) }
}

function twice(line: RedirectLine, seen: Map<string, RedirectLine>): RedirectProblem | undefined {
  const from = sitePath(line.from)
  const before = from === undefined ? undefined : seen.get(from)
  if (from !== undefined && !before)
    seen.set(from, line)
  return before && (before.to !== line.to || before.status !== line.status)
    ? { problem: `Line ${before.line} says something else of “${from}”.`, fix: 'Keep one of the two.' }
    : undefined
}

async function problemOf(line: RedirectLine, known: PathLookup): Promise<RedirectProblem | undefined> {
  const from = sitePath(line.from)
  const existing = line.from && from ? await known.redirectAt(from) : undefined
  return await problemOfFrom(line.from, existing?.id, known) ?? await problemOfTarget({ ...line, from }, known)
}

/** Returns the redirect as the CMS will store it. */
async function settled({ from, to, status }: RedirectLine, known: PathLookup): Promise<Leading> {
  const path = sitePath(from)!
  if (status === '410')
    return { from: path, to: null, status }
  const followed = await followChain({ from: path, to: redirectTarget(to, known.siteUrl)! }, known)
  return { from: path, to: 'to' in followed ? followed.to : to, status }
}

async function write(
  data: Leading,
  id: string | undefined,
  { line, req }: { line: number, req: PayloadRequest },
): Promise<Problem[]> {
  // A user who can start the import has every right on the database.
  const options = { collection: 'redirects', depth: 0, req, overrideAccess: true } as const
  try {
    await (id === undefined
      ? req.payload.create({ ...options, data: data as Redirect })
      : req.payload.update({ ...options, id, data }))
    return []
  }
  catch (error) {
    if (!(error instanceof ValidationError))
      throw error
    return error.data.errors.map(({ message }) => ({ line, problem: message, fix: 'Correct it in the file.' }))
  }
}
