import type { Redirect } from '@masthead/shared/payload-types'
import type { PayloadRequest } from 'payload'
import { env } from '../env.ts'
import { pageAt } from './pageAt.ts'
import { redirectAt } from './redirectAt.ts'

/** A redirect's old address, status and target. */
export type Leading = Pick<Redirect, 'from' | 'status' | 'to'>

/** Looks up the page or redirect at an address. */
export interface PathLookup {
  siteUrl: string
  redirectAt: (from: string) => Promise<Leading & { id?: string } | undefined>
  /** Returns the page at an address in plain words: `the post “Title”`. */
  pageAt: (path: string) => Promise<string | undefined>
}

export function pathLookupOf(req: PayloadRequest): PathLookup {
  return {
    siteUrl: env.siteUrl,
    redirectAt: from => redirectAt(from, req),
    pageAt: path => pageAt(path, req),
  }
}
