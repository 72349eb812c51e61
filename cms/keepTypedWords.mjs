/**
 * Mends Payload's admin while it is bundled: what somebody types while an autosave is under way gave way to its answer,
 * in every field but the one that was typed in last. Not mended upstream in 3.90 (`mergeServerFormState` and
 * `fieldReducer` of `packages/ui/src/forms/Form`); https://github.com/payloadcms/payload/pull/14805 is the nearest.
 */
const MENDS = [
  {
    // A field that was typed in stays marked, and so keeps its words, when another one is typed in.
    what: 'the marks of fields that were typed in',
    found: /if\("value"in e\)\{for\(let\[r,s\]of Object\.entries\(n\)\)if\(r!==e\.path&&"isModified"in s\)\{let\{isModified:i,\.\.\.l\}=s;n\[r\]=l\}\}(?=return n\}case"UPDATE_MANY")/,
    becomes: '',
  },
  {
    // Being saved is no modification: without this the form counts as modified after every other autosave.
    what: 'the mark of a form that was modified',
    found: /(?<==\w+\((\w+)=>\{)(?=\w+\.current&&\(\w+\.current=!0\),\w+\(\1\)\},\[\]\))/,
    becomes: '$1&&',
  },
  {
    // A field that the server did not know when it was asked, as in a section just added, may be full when it answers.
    what: 'the fields that the server adds',
    found: /(?<==\w+\.addedByServer)(?=\|\|\w+===!0\|\|.{1,120}!(\w+\[\w+\])\?\.isModified;)/,
    becomes: '&&!("value"in($1??{}))',
  },
  {
    // What was refused is not saved: without this the button cannot be pressed again, and nobody is asked before leaving.
    what: 'the mark of a form whose save was refused',
    found: /(\w+\._status==="draft"&&\()(\w+\(!0\),)/,
    becomes: '$2$1',
  },
]

/** @type {(source: string) => string} */
export default function keepTypedWords(source) {
  return MENDS.reduce((mended, { what, found, becomes }) => {
    const result = mended.replace(found, becomes)
    if (result === mended)
      throw new Error(`@payloadcms/ui is not the version that keepTypedWords.mjs mends: ${what} are not where they were. See whether it still loses words (test/e2e/writerPublishes.test.ts), and adapt this file or delete it.`)
    return result
  }, source)
}
