'use client'

import { useConfig } from '@payloadcms/ui'
import { OwnFactor } from './OwnFactor.tsx'

export function SetUpFirstContent({ id }: { id: string }) {
  const { config: { routes, admin } } = useConfig()
  return (
    <>
      <h1>Set up your second factor</h1>
      <p>
        Your role needs one: another person could guess or read a password. It takes a minute and an authenticator app
        on your phone, or a passkey.
      </p>
      <OwnFactor id={id} onDone={() => window.location.assign(routes.admin)} />
      <p>
        <a href={`${routes.admin}${admin.routes.logout}`}>Sign out</a>
      </p>
    </>
  )
}
