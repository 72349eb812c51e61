'use client'

import { Button } from '@payloadcms/ui'
import { Dialog } from '../dialog/Dialog.tsx'

/** Says that the form can no longer be saved, because another user is signed in now. */
export function SomebodyElse({ name }: { name: string }) {
  function reload() {
    // The form would ask whether to leave without saving, but there is no other way.
    window.addEventListener('beforeunload', event => event.stopImmediatePropagation(), { capture: true })
    window.location.reload()
  }

  return (
    <Dialog slug="somebody-else" title={`${name} is signed in now`} initialFocus=".somebody-else button">
      <div className="somebody-else">
        <p>{`${name} signed in with this browser, perhaps in another tab. Your text since the last save is not saved, because it would have been saved under that name. Reload the page to go on.`}</p>
        <div className="dialog__buttons">
          <Button margin={false} onClick={reload}>Reload the page</Button>
        </div>
      </div>
    </Dialog>
  )
}
