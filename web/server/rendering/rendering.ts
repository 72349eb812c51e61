import type { Interceptor } from '@masthead/shared/client'
import type { EnquiryAttempt } from '../../app/EnquiryAttempt'
import type { Layout } from '../../app/layout/Layout'
import type { Piece } from '../../app/layout/slotMarkers'
import { AsyncLocalStorage } from 'node:async_hooks'

/** A render: the interceptor of its requests to the CMS, and the content of its slots. */
export interface Rendering {
  interceptor: Interceptor
  slotMarker?: string | undefined
  /** Takes the pieces of a page that is composed later. The response itself is empty then. */
  takePieces?: ((pieces: Piece[]) => void) | undefined
  layout?: Layout | undefined
  /** An enquiry that was not accepted. */
  enquiry?: EnquiryAttempt | undefined
}

/** The render that the current request is part of; undefined for a request from outside. */
export const rendering = new AsyncLocalStorage<Rendering>()
