import type { ImportOptions, Outcome } from './importFiles.ts'
import type { Action, Plan, Step } from './Step.ts'
import { postPath } from '@masthead/shared/paths'

/** Returns the result of one file, in lines for the user. */
export function describeOutcome(outcome: Outcome, options: ImportOptions): string {
  const { file } = outcome
  if ('problems' in outcome) {
    return [
      `✗ ${file}: refused, nothing of it was written`,
      ...outcome.problems.map(({ line, problem, fix }) => `    ${file}:${line}: ${problem} ${fix}`),
    ].join('\n')
  }
  if ('error' in outcome)
    return `✗ ${file}: not imported: ${outcome.error instanceof Error ? outcome.error.message : String(outcome.error)}`
  const { plan } = outcome
  return [
    `✓ ${file}: ${articleLine(plan, options)}`,
    ...Object.entries(LISTED).flatMap(([action, words]) => listing(plan, action as keyof typeof LISTED, words)),
    ...plan.notes.map(note => `    note: ${note}`),
  ].join('\n')
}

/** Returns the closing lines about all files. */
export function summary(outcomes: Outcome[], { dryRun }: ImportOptions): string {
  const failed = outcomes.filter(outcome => !('plan' in outcome))
  const all = `${outcomes.length} ${outcomes.length === 1 ? 'file' : 'files'}`
  if (failed.length > 0)
    return `${outcomes.length - failed.length} of ${all} ${dryRun ? 'can be imported' : 'imported'}. Not: ${failed.map(({ file }) => file).join(', ')}`
  return dryRun ? `All of ${all} can be imported; nothing was written.` : `${all} imported.`
}

function articleLine({ slug, steps }: Plan, { publish, dryRun }: ImportOptions): string {
  const post = steps.find(({ collection }) => collection === 'posts')!
  const isChanged = steps.some(({ action }) => action !== 'unchanged' && action !== 'kept')
  const state = publish ? 'published' : 'a draft'
  const done: Record<Action, string> = {
    create: `created, ${state}`,
    update: `updated, ${state}`,
    publish: 'published',
    unchanged: isChanged
      ? `unchanged, but for what it shows (${state})`
      : `unchanged (${post.existing?._status === 'published' ? 'published' : 'a draft'})`,
    kept: 'kept as it was changed in the admin; the file has not changed since',
  }
  return `${dryRun && isChanged ? 'would be ' : ''}${done[post.action]}  ${postPath({ slug })}`
}

const LISTED = { create: 'new', update: 'changed', publish: 'published', kept: 'kept as changed in the admin' } as const

const NAMES: Record<Exclude<Step['collection'], 'posts'>, [one: string, many: string]> = {
  'media': ['picture', 'pictures'],
  'categories': ['category', 'categories'],
  'authors': ['author', 'authors'],
  'comparison-tables': ['table', 'tables'],
  'takeaway-cards': ['card', 'cards'],
}

function listing({ steps }: Plan, action: keyof typeof LISTED, words: string): string[] {
  const parts = Object.entries(NAMES).flatMap(([collection, [one, many]]) => {
    const titles = steps.filter(step => step.collection === collection && step.action === action).map(({ title }) =>
      title,
    )
    return titles.length === 0 ? [] : [titles.length === 1 ? `${one} “${titles[0]}”` : `${titles.length} ${many}`]
  })
  return parts.length > 0 ? [`    ${words}: ${parts.join(', ')}`] : []
}
