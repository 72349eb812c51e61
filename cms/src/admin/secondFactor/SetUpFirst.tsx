import type { AdminViewServerProps } from 'payload'
import { MinimalTemplate } from '@payloadcms/next/templates'
import { redirect } from 'next/navigation'
import { SetUpFirstContent } from './SetUpFirstContent.tsx'

/** The page for users whose role needs a second factor: until they have one, the admin leads them here. */
export function SetUpFirst({ initPageResult }: AdminViewServerProps) {
  const { user, payload: { config: { routes, admin } } } = initPageResult.req
  if (!user)
    redirect(routes.admin + admin.routes.login)
  return (
    <MinimalTemplate className="set-up-first">
      <SetUpFirstContent id={String(user.id)} />
    </MinimalTemplate>
  )
}
