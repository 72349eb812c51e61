import type { Question } from '@masthead/shared/client'
import type { CmsProblem } from '@masthead/shared/error'
import type { EnquiryAttempt } from '../../app/EnquiryAttempt'

/** What is to be rendered. */
export interface RenderRequest {
  /** With its query. */
  path: string
  /** The number of the change that had been followed when the render began. */
  followed?: number
  /** What a visitor sent, and could not be taken. */
  enquiry?: EnquiryAttempt
}

export interface RenderedPage {
  status: number
  headers: [name: string, value: string][]
  body: Uint8Array
}

/** To the render process. Each render has a number, for a question may come after its end. */
export type Task
  = | { kind: 'render', render: number, request: RenderRequest }
    | { kind: 'answer', question: number, answer: unknown }
    | { kind: 'refusal', question: number, problem: CmsProblem }

/** From the render process. */
export type Report
  = | { kind: 'question', render: number, question: number, asked: Question }
    | { kind: 'rendered', render: number, page: RenderedPage }
    | { kind: 'failed', render: number, reason: string }
