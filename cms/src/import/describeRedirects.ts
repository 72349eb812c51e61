import type { RedirectsOutcome } from './importRedirects.ts'

/** Returns the result of a file of redirects, in lines for the user. */
export function describeRedirects(
  file: string,
  { problems, created, changed, unchanged }: RedirectsOutcome,
  { dryRun }: { dryRun: boolean },
): string {
  const counts = [[created, 'new'], [changed, 'changed'], [unchanged, 'unchanged'], [
    problems.length,
    'refused',
  ]] as const
  const said = counts.filter(([count]) => count > 0).map(([count, words]) => `${count} ${words}`).join(', ')
    || 'no redirects'
  return [
    ...problems.map(({ line, problem, fix }) => `✗ ${file}:${line}: ${problem} ${fix}`),
    `${problems.length > 0 ? '✗' : '✓'} ${file}: ${said}.${dryRun ? ' Nothing was written.' : ''}`,
  ].join('\n')
}
