'use client'

import { useField } from '@payloadcms/ui'

interface Props {
  path: string
  words: string[]
}

/** Usual words for a text field: one click takes one, and typing another is as good. */
export function Suggestions({ path, words }: Props) {
  const { value, setValue, disabled } = useField<string>({ path })
  return (
    <div className="suggestions">
      {words.map(word => (
        <button
          key={word}
          type="button"
          className="suggestions__word"
          aria-pressed={value === word}
          disabled={disabled}
          onClick={() => setValue(word)}
        >
          {word}
        </button>
      ))}
    </div>
  )
}
