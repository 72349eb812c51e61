'use client'

import type { Difference } from './differencesOf.ts'
import { useId } from 'react'
import { ComparedWords } from './ComparedWords.tsx'
import { Titles } from './Titles.tsx'

/** Which of the two values stays if both have changed. */
export type Choices = Record<string, 'mine' | 'now'>

interface Props {
  differences: Difference[]
  choices: Choices
  onChoose: (key: string, choice: 'mine' | 'now') => void
}

/** Lists, field by field, what restoring the unsaved text would change. */
export function Differences({ differences, choices, onChoose }: Props) {
  return (
    <ul className="journal-differences">
      {differences.map(difference => (
        <li key={difference.key}>
          {difference.isConflict
            ? <Conflict difference={difference} choice={choices[difference.key]} onChoose={choice => onChoose(difference.key, choice)} />
            : (
                <>
                  <strong>{difference.label}</strong>
                  <Words {...difference} />
                </>
              )}
        </li>
      ))}
    </ul>
  )
}

function Words({ kind, now, mine, references }: Difference) {
  if (kind === 'movedRows')
    return <p>Another order.</p>
  if (kind === 'lost')
    return <blockquote>{mine}</blockquote>
  if (references) {
    return (
      <p className="journal-differences__words">
        <del><Titles references={references.now} /></del>
        {' '}
        <ins><Titles references={references.mine} /></ins>
      </p>
    )
  }
  if (now === mine)
    return <p>The same words, with other formatting or links.</p>
  return (
    <>
      {kind === 'addedRow' && <p>Added:</p>}
      {kind === 'removedRow' && <p>Removed:</p>}
      <p className="journal-differences__words"><ComparedWords before={now} after={mine} /></p>
    </>
  )
}

function Conflict({ difference: { kind, label, now, mine, references }, choice, onChoose }: { difference: Difference, choice?: 'mine' | 'now', onChoose: (choice: 'mine' | 'now') => void }) {
  const name = useId()
  const texts = references
    ? { mine: <Titles references={references.mine} />, now: <Titles references={references.now} /> }
    : { mine: kind === 'removedRow' ? 'Remove it, as you had done.' : mine || 'Nothing', now: now || 'Nothing' }
  return (
    <fieldset className="journal-differences__conflict">
      <legend>{label}</legend>
      {(['mine', 'now'] as const).map(side => (
        <label key={side}>
          <input type="radio" name={name} checked={choice === side} onChange={() => onChoose(side)} />
          <span>
            {side === 'mine' ? 'The text that you had typed' : 'The text that is there now'}
            <blockquote>{texts[side]}</blockquote>
          </span>
        </label>
      ))}
    </fieldset>
  )
}
