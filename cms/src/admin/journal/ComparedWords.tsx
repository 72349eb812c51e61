'use client'

import { useMemo } from 'react'
import { compareWords } from './compareWords.ts'

/** Shows two texts as one, with the words that only one of them has. It leaves out the middle of what they share. */
export function ComparedWords({ before, after }: { before: string, after: string }) {
  const parts = useMemo(() => compareWords(before, after), [before, after])
  return parts.map(({ words, in: side }, index) => side === 'both'
    ? <span key={index}>{shortened(words)}</span>
    : side === 'new' ? <ins key={index}>{words}</ins> : <del key={index}>{words}</del>)
}

/** Characters of text that both versions share, before the middle is left out: the ends show where the change is. */
const maxSame = 160

function shortened(words: string): string {
  return words.length <= maxSame ? words : `${words.slice(0, maxSame / 2).replace(/\S*$/, '')}… ${words.slice(-maxSame / 2).replace(/^\S*\s/, '')}`
}
