'use client'

import { useField } from '@payloadcms/ui'

interface Props {
  path: string
  words: string[]
}

/** Offers usual wordings for a text field. One click takes one; the user may also type another. */
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
