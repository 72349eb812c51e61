import type { Redirect } from '@masthead/shared/payload-types'
import type { PayloadRequest } from 'payload'
import { env } from '../env.ts'
import { pageAt } from './pageAt.ts'
import { redirectAt } from './redirectAt.ts'

/** What a redirect says. */
export type Leading = Pick<Redirect, 'from' | 'status' | 'to'>

/** What a redirect is judged by: what stands at an address already. */
export interface PathLookup {
  siteUrl: string
  redirectAt: (from: string) => Promise<Leading & { id?: string } | undefined>
  /** In plain words: `the post “Title”`. */
  pageAt: (path: string) => Promise<string | undefined>
}

export function pathLookupOf(req: PayloadRequest): PathLookup {
  return {
    siteUrl: env.siteUrl,
    redirectAt: from => redirectAt(from, req),
    pageAt: path => pageAt(path, req),
  }
}
