'use client'

import type { ListedVersion } from '../../drafts/versions/ListedVersion.ts'
import type { ChangeGroup } from './compareVersions.ts'
import { useConfig, useDocumentInfo } from '@payloadcms/ui'
import { usePathname, useRouter } from 'next/navigation'
import { useId, useMemo } from 'react'
import { moment } from '../moment.ts'
import { compareVersions } from './compareVersions.ts'
import { reasonText } from './reasonText.ts'
import { SavedAt } from './SavedAt.tsx'
import { useIsInBrowser } from './useIsInBrowser.ts'
import { ValueChanges } from './ValueChanges.tsx'

export interface ComparedVersion {
  listed: ListedVersion
  content: Record<string, unknown>
}

interface Props {
  /** The version of this page. */
  shown: ComparedVersion
  /** The one that it is compared with; none if the document has no other. */
  other?: ComparedVersion
  /** All versions that the user may choose, newest first. */
  choices: ListedVersion[]
  /** The time of the page, in milliseconds since 1970. */
  now: number
}

/** Shows the differences between two versions, as readers would notice them; with dates, so in the browser alone. */
export function Compare(props: Props) {
  return useIsInBrowser() && <Comparison {...props} />
}

function Comparison({ shown, other, choices, now }: Props) {
  const { docConfig } = useDocumentInfo()
  const { config: { blocksMap } } = useConfig()
  const [earlier, later] = inOrder(shown, other)
  const groups = useMemo(
    () => compareVersions(earlier?.content ?? {}, later.content, { fields: docConfig?.fields ?? [], blocks: blocksMap }),
    [earlier, later, docConfig, blocksMap],
  )
  return (
    <>
      <header className="compare__head">
        <Described version={earlier?.listed} now={now} label={earlier === shown ? 'Before: this version' : 'Before'} />
        <Described version={later.listed} now={now} label={later === shown ? 'After: this version' : 'After'} />
        <OtherVersion shown={shown.listed} other={other?.listed} choices={choices} />
      </header>
      {groups.length === 0
        ? <p className="compare__none" role="status">No differences that readers would see.</p>
        : <ol className="compare__groups" aria-label="Differences">{groups.map(group => <Group key={group.key} group={group} />)}</ol>}
    </>
  )
}

/** Returns both versions, the earlier one first. */
function inOrder(shown: ComparedVersion, other: ComparedVersion | undefined): [ComparedVersion | undefined, ComparedVersion] {
  return other && other.listed.savedAt > shown.listed.savedAt ? [shown, other] : [other, shown]
}

function Described({ version, now, label }: { version?: ListedVersion, now: number, label: string }) {
  return (
    <div className="compare__version">
      <h2>{label}</h2>
      {version
        ? (
            <>
              <strong>{reasonText(version)}</strong>
              {version.isPublic && <span className="version-tag version-tag--public">Readers see this</span>}
              {version.isDraft && <span className="version-tag">Current draft</span>}
              <p>
                {version.savedBy}
                {', '}
                <SavedAt date={version.savedAt} now={now} />
              </p>
            </>
          )
        : <strong>Nothing: this is the first version</strong>}
    </div>
  )
}

function OtherVersion({ shown, other, choices }: { shown: ListedVersion, other?: ListedVersion, choices: ListedVersion[] }) {
  const router = useRouter()
  const path = usePathname()
  const id = useId()
  const others = choices.filter(choice => choice.id !== shown.id)
  if (others.length === 0)
    return null
  const marked = others.filter(({ isDraft, isPublic }) => isDraft || isPublic)
  const option = (version: ListedVersion) => (
    <option key={version.id} value={version.id}>{`${moment(version.savedAt)} · ${reasonText(version)} · ${version.savedBy}`}</option>
  )
  return (
    <div className="compare__choice">
      <label htmlFor={id}>Compare with</label>
      <select id={id} value={other?.id} onChange={event => router.push(`${path}?with=${event.target.value}`)}>
        {marked.length > 0 && (
          <optgroup label="Now">
            {marked.map(version => <option key={version.id} value={version.id}>{version.isPublic ? 'The published version' : 'The current draft'}</option>)}
          </optgroup>
        )}
        <optgroup label="All versions">{others.filter(version => !marked.includes(version)).map(option)}</optgroup>
      </select>
    </div>
  )
}

function Group({ group: { title, state, movedFrom, changes } }: { group: ChangeGroup }) {
  return (
    <li className={`compare__group compare__group--${state}`}>
      <h3>
        {title}
        {state !== 'changed' && <span className={`compare__state compare__state--${state}`}>{state === 'added' ? 'Added' : 'Removed'}</span>}
        {movedFrom !== undefined && <span className="compare__state">{`Moved, was ${String(movedFrom).padStart(2, '0')}`}</span>}
      </h3>
      <ValueChanges changes={changes} />
    </li>
  )
}
