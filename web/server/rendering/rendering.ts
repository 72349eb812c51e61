import type { Through } from '@masthead/shared/client'
import type { EnquiryAttempt } from '../../app/EnquiryAttempt'
import { AsyncLocalStorage } from 'node:async_hooks'

/** A render: what its questions to the CMS go through, and what had been followed when it began. */
export interface Rendering {
  through: Through
  followed: number | undefined
  /** What a visitor sent, and could not be taken. */
  enquiry?: EnquiryAttempt | undefined
}

/** The render that the current request is part of; undefined for a request from outside. */
export const rendering = new AsyncLocalStorage<Rendering>()
