'use client'

import { useSyncExternalStore } from 'react'

/** Shown by browsers that drop the session cookie because the page came without encryption. */
export function InsecureSignInNotice({ address }: { address: string }) {
  const isInsecure = useSyncExternalStore(() => () => {}, () => !window.isSecureContext, () => false)
  return isInsecure
    ? (
        <p role="alert">
          {'This page came without encryption, so your browser will not keep you signed in. Open '}
          <a href={address}>{address}</a>
          {' instead. If that is not the address of this CMS, its operator has to set CMS_URL.'}
        </p>
      )
    : null
}
