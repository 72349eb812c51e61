'use client'

import type { EditorState } from '@payloadcms/richtext-lexical/lexical'
import { createClientFeature, useEditorConfigContext } from '@payloadcms/richtext-lexical/client'
import { OnChangePlugin } from '@payloadcms/richtext-lexical/lexical/react/LexicalOnChangePlugin'
import { useFieldPath } from '@payloadcms/ui'
import { EditorChange } from './EditorChange.ts'

/** The plugin that each editor loads. */
export const JournalFeatureClient = createClientFeature({
  plugins: [{ Component: TellJournal, position: 'normal' }],
})

function TellJournal() {
  const { editorContainerRef, fieldProps } = useEditorConfigContext()
  const path = useFieldPath() ?? fieldProps.path
  return (
    <OnChangePlugin
      ignoreSelectionChange
      onChange={(state, _, tags) => {
        // The form ignores these too: the editor tidies up when it gets the focus.
        if (!tags.has('focus') || tags.size > 1)
          editorContainerRef.current?.dispatchEvent(new EditorChange(path, () => jsonOf(state)))
      }}
    />
  )
}

/**
 * Serialises the editor's state on demand: an editor changes with each key, and a long text takes long to serialise.
 */
function jsonOf(state: EditorState): unknown {
  const json = known.get(state) ?? state.toJSON()
  known.set(state, json)
  return json
}

const known = new WeakMap<EditorState, unknown>()
