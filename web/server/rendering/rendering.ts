import type { Interceptor } from '@masthead/shared/client'
import type { EnquiryAttempt } from '../../app/EnquiryAttempt'
import type { Layout } from '../../app/layout/Layout'
import type { Piece } from '../../app/layout/slotMarkers'
import { AsyncLocalStorage } from 'node:async_hooks'

/** A render: what its questions to the CMS go through, and how its slots are filled. */
export interface Rendering {
  interceptor: Interceptor
  slotMarker?: string | undefined
  /** Takes the pieces of the page, which is composed later; the answer itself is empty. */
  takePieces?: ((pieces: Piece[]) => void) | undefined
  layout?: Layout | undefined
  /** What a visitor sent, and could not be taken. */
  enquiry?: EnquiryAttempt | undefined
}

/** The render that the current request is part of; undefined for a request from outside. */
export const rendering = new AsyncLocalStorage<Rendering>()
