import type { Cell, Cells } from '@masthead/shared/cells'
import type { ValueChange } from './compareVersions.ts'
import { isSame } from '../../drafts/merge/sameValue.ts'

/** Returns the cells of a table row that differ, each with the label of its column. */
export function cellChanges(
  { key, label, before, after }: { key: string, label: string, before: unknown, after: unknown },
  documents: Record<string, unknown>[],
): ValueChange[] {
  const old = (before ?? {}) as Cells
  const now = (after ?? {}) as Cells
  const row = label.split(' › ').slice(0, -1)
  return [...new Set([...Object.keys(old), ...Object.keys(now)])]
    .filter(column => !isSame(old[column], now[column]))
    .map(column => ({
      kind: 'text',
      key: `${key}.${column}`,
      label: [...row, columnLabel(column, documents)].join(' › '),
      before: textOf(old[column]),
      after: textOf(now[column]),
    }))
}

/** Returns the label of a column as the later version has it; a removed column is in the earlier one alone. */
function columnLabel(key: string, documents: Record<string, unknown>[]): string {
  const columns = documents.toReversed().flatMap(({ columns }) => columns as { key?: string, label?: string }[] ?? [])
  return columns.find(column => column.key === key)?.label || 'A column'
}

function textOf(cell: Cell | undefined): string {
  if (!cell)
    return ''
  const { mark, text, note, source } = cell
  return [MARK_TEXTS[mark], text, note, source].filter(Boolean).join(' · ')
}

const MARK_TEXTS = { yes: 'Yes', no: 'No', partly: 'Partly', text: '' }
