import type { CmsRequest } from '@masthead/shared/client'
import type { CmsProblem } from '@masthead/shared/error'
import type { EnquiryAttempt } from '../../app/EnquiryAttempt'
import type { Layout } from '../../app/layout/Layout'
import type { Piece } from '../../app/layout/slotMarkers'

/** What is to be rendered. */
export interface RenderRequest {
  /** With its query. */
  path: string
  /** Whether the slots of the page are marked, so that it can be composed. */
  slots?: boolean
  /** The content around the page; it asks for that, or draws a sample in slots, if it is left out. */
  layout?: Layout
  /** What a visitor sent, and could not be taken. */
  enquiry?: EnquiryAttempt
}

export interface RenderedPage {
  status: number
  headers: [name: string, value: string][]
  pieces: Piece[]
}

/** To the render process. Each render has a number, for a question may come after its end. */
export type Task
  = | { kind: 'render', render: number, request: RenderRequest }
    | { kind: 'response', id: number, response: unknown }
    | { kind: 'error', id: number, problem: CmsProblem }

/** From the render process. */
export type Report
  = | { kind: 'request', render: number, id: number, request: CmsRequest }
    | { kind: 'rendered', render: number, page: RenderedPage }
    | { kind: 'failed', render: number, reason: string }
