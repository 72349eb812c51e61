import type { Observe } from '@masthead/shared/client'
import { AsyncLocalStorage } from 'node:async_hooks'

/** A render for the page cache: who is told what the CMS answers it, and what had been followed when it began. */
export interface Rendering {
  note: Observe
  followed: number | undefined
}

/** The render that the current request is part of; undefined for a request from outside. */
export const rendering = new AsyncLocalStorage<Rendering>()
