import { redirect } from 'next/navigation'

/** Whoever opens the CMS's bare address wants the admin. */
export function GET(): never {
  redirect('/admin')
}
