import type { Uses } from './Uses'
import { AsyncLocalStorage } from 'node:async_hooks'

/** A render for the page cache: what it notes, and what had been followed when it began. */
export interface Rendering {
  uses: Uses
  followed: number | undefined
}

/** The render that the current request is part of; undefined for a request from outside. */
export const rendering = new AsyncLocalStorage<Rendering>()
