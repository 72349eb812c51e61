import type { Answered, Chapter } from './table.ts'
import { ASKERS } from './table.ts'

/** The chapters as docs/roles.md shows them. */
export function markdownOf(chapters: Chapter[]): string {
  return chapters.map(({ title, remark, rules }) => [
    `## ${title}`,
    ...(remark ? ['', remark] : []),
    '',
    row('', ...ASKERS.map(asker => asker)),
    row('---', ...ASKERS.map(() => ':-:')),
    ...rules.map(({ action, answers }) => row(action, ...ASKERS.map(asker => cell(answers[asker])))),
  ].join('\n')).join('\n\n')
}

function row(...cells: string[]): string {
  return `| ${cells.join(' | ')} |`
}

function cell(answered: Answered): string {
  if (answered === undefined)
    return ''
  return typeof answered === 'number' ? `no (${answered})` : answered
}
