import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { userWithoutFactor } from '../../users/secondFactor/requireSetUp.ts'
import { SET_UP_PATH } from './SET_UP_PATH.ts'

/** Redirects a user who has to set up a second factor from any other page of the admin. */
export async function leadToSetUp(params: Promise<{ segments?: string[] }>): Promise<void> {
  const { segments = [] } = await params
  const path = `/${segments.join('/')}`
  if (path !== SET_UP_PATH && path !== '/logout' && await userWithoutFactor(await headers()))
    redirect(`/admin${SET_UP_PATH}`)
}
