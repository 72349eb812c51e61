import type { CmsRequest } from '@masthead/shared/client'
import type { CmsProblem } from '@masthead/shared/error'
import type { EnquiryAttempt } from '../../app/EnquiryAttempt'
import type { Layout } from '../../app/layout/Layout'
import type { Piece } from '../../app/layout/slotMarkers'

/** A page to render. */
export interface RenderRequest {
  /** The path with its query. */
  path: string
  /** Whether the slots of the page are marked, so that it can be composed. */
  slots?: boolean
  /** The content around the page. Without it, the page requests it, or renders a sample if slots are marked. */
  layout?: Layout
  /** An enquiry that was not accepted. */
  enquiry?: EnquiryAttempt
}

export interface RenderedPage {
  status: number
  headers: [name: string, value: string][]
  pieces: Piece[]
}

/** A message to the render process. Each render has a number, since a request may come after its end. */
export type Task
  = | { kind: 'render', render: number, request: RenderRequest }
    | { kind: 'response', id: number, response: unknown }
    | { kind: 'error', id: number, problem: CmsProblem }

/** A message from the render process. */
export type Report
  = | { kind: 'request', render: number, id: number, request: CmsRequest }
    | { kind: 'rendered', render: number, page: RenderedPage }
    | { kind: 'failed', render: number, reason: string }
