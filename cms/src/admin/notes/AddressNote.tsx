'use client'

import type { TextFieldClientProps } from 'payload'
import type { AddressAnswer } from '../../addresses/checkAddress.ts'
import { useConfig, useDebounce, useDocumentInfo, useFormFields, useFormSubmitted } from '@payloadcms/ui'
import { useEffect, useState } from 'react'
import { ask } from '../ask.ts'

/** Reports a taken or invalid address while the user types it: the CMS refuses it only on publishing. */
export function AddressNote({ path }: Pick<TextFieldClientProps, 'path'>) {
  const { id, collectionSlug } = useDocumentInfo()
  const { config: { routes } } = useConfig()
  const field = useFormFields(([fields]) => fields[path])
  const value = typeof field?.value === 'string' ? field.value : ''
  const settled = useDebounce(value, SETTLED_MS)
  const [answer, setAnswer] = useState<{ value: string, problem?: string }>()
  // Payload shows the problem there once the form was refused.
  const isSaidByError = useFormSubmitted() && field?.valid === false

  useEffect(() => {
    if (!settled || !collectionSlug)
      return
    let isOutdated = false
    const query = new URLSearchParams({ value: settled, ...(id !== undefined && { id: String(id) }) })
    ask<AddressAnswer>('GET', `${routes.api}/${collectionSlug}/check-address?${query}`).then(
      ({ problem }) => isOutdated || setAnswer({ value: settled, problem }),
      // The CMS repeats the check on publishing.
      () => isOutdated || setAnswer(undefined),
    )
    return () => {
      isOutdated = true
    }
  }, [settled, id, collectionSlug, routes.api])

  const problem = answer?.value === value && !isSaidByError ? answer.problem : undefined
  return <p className="field-note field-note--problem" role="status">{problem}</p>
}

const SETTLED_MS = 400
