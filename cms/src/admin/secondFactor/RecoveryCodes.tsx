'use client'

import { Button, toast } from '@payloadcms/ui'
import { useEffect, useRef, useState } from 'react'

/** Shows new recovery codes, only this once. */
export function RecoveryCodes({ codes, onStored }: { codes: string[], onStored: () => void }) {
  const [isCopied, setCopied] = useState(false)
  const place = useRef<HTMLDivElement>(null)

  useEffect(() => place.current?.focus(), [])

  async function copy() {
    // Browsers give the clipboard to encrypted pages only.
    const done = await navigator.clipboard?.writeText(codes.join('\n')).then(() => true, () => false)
    setCopied(Boolean(done))
    if (!done)
      toast.info('Your browser does not allow copying here: write the codes down, or select them.')
  }

  return (
    <div ref={place} tabIndex={-1} className="second-factor__codes">
      <p>
        <strong>Store these recovery codes now: they are not shown again.</strong>
        {' Each lets you sign in once without the phone. Keep them where the phone is not: in a password manager, or on paper.'}
      </p>
      <ul>{codes.map(code => <li key={code}><code>{code}</code></li>)}</ul>
      <div className="second-factor__buttons">
        <Button size="small" margin={false} onClick={onStored}>I have stored them</Button>
        <Button buttonStyle="secondary" size="small" margin={false} onClick={() => void copy()}>{isCopied ? 'Copied' : 'Copy all'}</Button>
      </div>
    </div>
  )
}
