import type { Payload } from 'payload'
import type { Article, Picture } from './Article.ts'
import type { Report } from './Problem.ts'
import type { PictureFile } from './readPicture.ts'
import type { Plan, Step } from './Step.ts'

export interface Options {
  publish: boolean
  /** Whether the import replaces changes that users made in the admin. */
  overwrite: boolean
}

/** The documents of the files before this one, written or not: `posts/a-slug`. */
export type Promised = Set<string>

/** A plan that is being made. */
export interface Planning extends Plan {
  payload: Payload
  article: Article
  pictures: Map<Picture, PictureFile>
  options: Options
  promised: Promised
  report: Report
}

export function addStep({ steps, ids }: Planning, step: Step): void {
  steps.push(step)
  for (const source of step.sources)
    ids.set(source, step.existing?.id ?? `new:${steps.length}`)
}
