'use client'

import type { Cell, Cells, Mark } from '@masthead/shared/cells'
import type { JSONFieldClientComponent } from 'payload'
import { MARKS } from '@masthead/shared/cells'
import { FieldError, useField, useFormFields } from '@payloadcms/ui'
import { useId } from 'react'

interface Column { key: string, label: string }

/** The values of one table row: a mark or a text for each column, in the order of the columns. */
export const TableCells: JSONFieldClientComponent = ({ path }) => {
  const { value, setValue, showError, errorMessage, disabled } = useField<Cells | null>({ path })
  const columns = useColumns()
  const cells = value ?? {}

  function change(key: string, cell: Cell | undefined) {
    const others = Object.entries(cells).filter(([other]) => other !== key && columns.some(column => column.key === other))
    setValue(Object.fromEntries(cell ? [...others, [key, cell]] : others))
  }

  return (
    <div className="table-cells">
      {showError && <FieldError message={errorMessage} path={path} showError />}
      {columns.length === 0 && <p className="table-cells__empty">Add a column first: its values are filled in here.</p>}
      {columns.map((column, index) => (
        <CellEditor
          key={column.key}
          label={column.label || `Column ${index + 1}`}
          cell={cells[column.key]}
          disabled={disabled}
          onChange={cell => change(column.key, cell)}
        />
      ))}
    </div>
  )
}

/** Returns the table's columns as the form holds them now, saved or not. */
function useColumns(): Column[] {
  const described = useFormFields(([fields]) => {
    const count = fields.columns?.rows?.length ?? 0
    return JSON.stringify(Array.from({ length: count }, (_, index) => ({
      key: fields[`columns.${index}.key`]?.value,
      label: fields[`columns.${index}.label`]?.value,
    })))
  })
  return (JSON.parse(described) as Partial<Column>[]).filter((column): column is Column => Boolean(column.key))
}

interface CellEditorProps {
  label: string
  cell: Cell | undefined
  disabled: boolean
  onChange: (cell: Cell | undefined) => void
}

function CellEditor({ label, cell, disabled, onChange }: CellEditorProps) {
  const name = useId()
  const words = (part: 'note' | 'source' | 'text', placeholder: string) => (
    <input
      type="text"
      className="table-cells__words"
      aria-label={`${label}: ${placeholder}`}
      placeholder={placeholder}
      value={cell?.[part] ?? ''}
      maxLength={400}
      disabled={disabled}
      onChange={event => onChange(withWords(cell, part, event.target.value))}
    />
  )
  return (
    <fieldset className="table-cells__cell">
      <legend>{label}</legend>
      <div className="table-cells__marks">
        {MARKS.map(mark => (
          <label key={mark} className="table-cells__mark">
            <input
              type="radio"
              name={name}
              checked={cell?.mark === mark}
              disabled={disabled}
              onChange={() => onChange({ ...cell, mark })}
            />
            <span>{MARK_LABELS[mark]}</span>
          </label>
        ))}
        {cell && <button type="button" className="table-cells__clear" disabled={disabled} onClick={() => onChange(undefined)}>Clear</button>}
      </div>
      {words('text', cell && cell.mark !== 'text' ? 'In what way (optional)' : 'Words')}
      {cell && (
        <div className="table-cells__small-print">
          {words('note', 'Note')}
          {words('source', 'Source')}
        </div>
      )}
    </fieldset>
  )
}

const MARK_LABELS: Record<Mark, string> = { yes: '✓ Yes', no: '✗ No', partly: '~ Partly', text: 'Words' }

/** Returns the cell with the typed text. Typing into an empty cell makes it a text cell. */
function withWords(cell: Cell | undefined, part: 'note' | 'source' | 'text', words: string): Cell {
  const { [part]: _, ...rest } = cell ?? { mark: 'text' }
  return words ? { ...rest, [part]: words } : rest
}
