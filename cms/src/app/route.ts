import { redirect } from 'next/navigation'

/** Redirects the bare address of the CMS to the admin. */
export function GET(): never {
  redirect('/admin')
}
