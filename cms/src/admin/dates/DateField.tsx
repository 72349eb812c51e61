'use client'

import type { DateFieldClient, DateFieldClientComponent, DateFieldValidation } from 'payload'
import type { RefObject, SyntheticEvent } from 'react'
import { DateTimeField, useForm, useFormFields } from '@payloadcms/ui'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { moment } from '../moment.ts'
import { readDate } from './readDate.ts'

/**
 * Payload's date field, which keeps the typed text until it is a date, and says what is wrong with it. Payload itself
 * takes the first digits for a date and empties the rest.
 */
export const DateField: DateFieldClientComponent = (props) => {
  const { field, path, validate } = props
  const { dispatchFields, setModified } = useForm()
  const value = useFormFields(([fields]) => fields[path]?.value as string | null | undefined) ?? null
  const [text, setText] = useState<string>()
  const lastTyped = useRef(value)
  const problem = useMemo(() => problemOf(text), [text])
  const shown = useSettled(problem)
  const element = useRef<HTMLDivElement>(null)
  useHeldPublish(problem !== undefined, element)

  // A day chosen in the calendar, or a value from the server, replaces the typed text.
  useEffect(() => {
    if (value !== lastTyped.current)
      setText(undefined)
    lastTyped.current = value
  }, [value])

  const overrides = useMemo(() => {
    const dropReadable = () => setText(text => problemOf(text) === undefined ? undefined : text)
    return {
      value: text,
      onChangeRaw: (event: SyntheticEvent | undefined) => {
        if (!(event?.target instanceof HTMLInputElement))
          return
        event.preventDefault()
        const typed = event.target.value
        const read = readDate(typed)
        setText(typed)
        const next = typed.trim() === '' ? null : 'date' in read ? read.date.toISOString() : undefined
        if (next === undefined || next === value)
          return
        lastTyped.current = next
        dispatchFields({ type: 'UPDATE', path, value: next })
        setModified(true)
      },
      // On blur, the field writes the date in the admin's usual format.
      onBlur: dropReadable,
      onCalendarClose: dropReadable,
      onSelect: () => setText(undefined),
    }
  }, [text, value, path, dispatchFields, setModified])

  const validateTyped: DateFieldValidation = useCallback(
    (value, options) => problem ?? validate?.(value, options) ?? true,
    [problem, validate],
  )

  return (
    <div className="field-type date-field" ref={element}>
      <DateTimeField {...props} validate={validateTyped} field={{ ...field, admin: withOverrides(field.admin, overrides) }} />
      <p className="field-note field-note--problem" role="status">{shown}</p>
    </div>
  )
}

type Admin = DateFieldClient['admin']

/**
 * Returns the field's admin options with these for its calendar, whose options Payload's client types do not describe.
 */
function withOverrides(admin: Admin, overrides: object): Admin {
  return { ...admin, date: { ...admin?.date as object, overrides } } as Admin
}

function problemOf(text: string | undefined): string | undefined {
  const read = text?.trim() ? readDate(text) : undefined
  return read && 'problem' in read ? `${read.problem} Write it like ${moment(EXAMPLE)}.` : undefined
}

const EXAMPLE = '2026-11-24T15:30'

const SETTLED_MS = 700

/** Returns the problem once the user has paused: half a date is not reported as an error while they type. */
function useSettled(problem: string | undefined): string | undefined {
  const [settled, setSettled] = useState<string>()
  useEffect(() => {
    const timer = window.setTimeout(setSettled, problem === undefined ? 0 : SETTLED_MS, problem)
    return () => window.clearTimeout(timer)
  }, [problem])
  return problem && settled
}

/** Keeps the document from being published with its former date: the field gets the focus instead. */
function useHeldPublish(hasProblem: boolean, element: RefObject<HTMLDivElement | null>): void {
  const { formRef } = useForm()
  useEffect(() => {
    const form = formRef?.current
    if (!hasProblem || !form)
      return
    const hold = (event: MouseEvent) => {
      const button = event.target instanceof Element ? event.target.closest('.form-submit button') : null
      if (!button || button.id === 'action-save-draft')
        return
      event.preventDefault()
      event.stopPropagation()
      // The calendar closes with this click and would treat the focus as its own.
      window.setTimeout(() => element.current?.querySelector('input')?.focus())
    }
    form.addEventListener('click', hold, { capture: true })
    return () => form.removeEventListener('click', hold, { capture: true })
  }, [hasProblem, formRef, element])
}
