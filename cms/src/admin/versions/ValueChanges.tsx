'use client'

import type { ReactNode } from 'react'
import type { Reference } from '../journal/referencesIn.ts'
import type { ValueChange } from './compareVersions.ts'
import { ComparedWords } from '../journal/ComparedWords.tsx'
import { Titles } from '../journal/Titles.tsx'
import { ComparedPicture } from './ComparedPicture.tsx'

/** Lists values that differ: words in colour, pictures as pictures, documents by their titles. */
export function ValueChanges({ changes }: { changes: ValueChange[] }) {
  return (
    <dl className="compare__changes">
      {changes.map(change => (
        <div key={`${change.key} ${change.kind}`}>
          {change.label && <dt>{change.label}</dt>}
          <dd><Value change={change} /></dd>
        </div>
      ))}
    </dl>
  )
}

function Value({ change }: { change: ValueChange }) {
  switch (change.kind) {
    case 'moved':
      return <p className="compare__words">{`Moved: it was number ${change.movedFrom}.`}</p>
    case 'pictures':
      return (
        <div className="compare__pictures">
          {change.before.map(reference => <del key={`before ${reference.id}`}><ComparedPicture reference={reference} /></del>)}
          {change.after.map(reference => <ins key={`after ${reference.id}`}><ComparedPicture reference={reference} /></ins>)}
        </div>
      )
    case 'references':
      return <References {...change} />
    case 'text':
      return change.before === change.after
        ? <p className="compare__words compare__words--same">The same words, with other formatting or links.</p>
        : <p className="compare__words"><ComparedWords before={change.before} after={change.after} /></p>
  }
}

function References({ before, after }: { before: Reference[], after: Reference[] }) {
  const removed = without(before, after)
  const added = without(after, before)
  if (removed.length === 0 && added.length === 0) {
    return (
      <Line>
        <Titles references={after} />
        {' (in another order)'}
      </Line>
    )
  }
  const same = without(after, added)
  return (
    <Line>
      {same.length > 0 && <Titles references={same} />}
      {' '}
      {removed.length > 0 && <del><Titles references={removed} /></del>}
      {' '}
      {added.length > 0 && <ins><Titles references={added} /></ins>}
    </Line>
  )
}

function Line({ children }: { children: ReactNode }) {
  return <p className="compare__words">{children}</p>
}

function without(references: Reference[], others: Reference[]): Reference[] {
  return references.filter(({ collection, id }) => !others.some(other => other.collection === collection && other.id === id))
}
