import type { Planning } from './Planning.ts'
import type { Action, Step } from './Step.ts'
import { digest } from './digest.ts'
import { recall } from './memory.ts'
import { openInAdminBy } from './openInAdminBy.ts'
import { lineOf } from './SourceMap.ts'

/**
 * Returns the step with its action. It compares the file, the database and the last import: a document that only the
 * file has changed is updated, one that only users have changed is kept, and one that both have changed is a problem.
 */
export async function decideAction(step: Undecided, planning: Planning): Promise<Step> {
  const { payload, report } = planning
  const { collection, existing, title, lines } = step
  const remembered = existing ? await recall(payload, collection, existing.id) : null
  const action = actionFor({ ...step, remembered }, planning)
  const name = existing && (action === 'update' || action === 'publish')
    ? await openInAdminBy(payload, collection, existing.id)
    : undefined
  if (name !== undefined)
    report(lineOf('', lines), `${name} has “${title}” open in the admin.`, 'Import again when it is closed there.')
  return { ...step, remembered, action }
}

type Undecided = Omit<Step, 'action' | 'remembered'>

function actionFor(step: Omit<Step, 'action'>, { article, options, ids, report }: Planning): Action {
  const { collection, existing, remembered, lines } = step
  if (!existing)
    return 'create'

  const data = step.data(ids)
  const fields = Object.keys(data)
  const [file, stored] = [digest(data, fields), digest(existing, fields)]
  const isOthers = remembered !== null && remembered.article !== article.slug && collection !== 'media'
  if (isOthers) {
    report(
      lineOf('', lines),
      `The key “${String(existing.slug)}” is that of “${existing.title}” in the article “${remembered.article}”.`,
      `Choose another, or show that one by ref="${String(existing.slug)}".`,
    )
    return 'kept'
  }

  const isAsLeft = remembered?.stored === stored
  const isSame = file === stored || (isAsLeft && remembered?.file === file)
  if (isSame && existing.isHalfSaved)
    return 'update'
  if (isSame)
    return options.publish && existing._status === 'draft' ? 'publish' : 'unchanged'
  // The import never overwrites a card or table of another article, not even with --overwrite.
  const mayOverwrite = remembered !== null || collection === 'posts' || collection === 'media'
  if (isAsLeft || (options.overwrite && mayOverwrite))
    return 'update'
  if (remembered?.file === file)
    return 'kept'
  report(lineOf('slug', lines), ...conflict(step))
  return 'kept'
}

function conflict({ collection, existing, remembered, title }: Omit<Step, 'action'>): [problem: string, fix: string] {
  if (remembered) {
    return [
      `“${title}” has been changed in the admin since it was last imported.`,
      'Bring the change into the file, or import with --overwrite to replace it (the admin keeps it under “Versions”).',
    ]
  }
  switch (collection) {
    case 'posts':
      return [
        `An article with the address “${existing!.slug}” is there already, and it was not imported.`,
        'Choose another “slug”, or import with --overwrite to replace it (the admin keeps it under “Versions”).',
      ]
    case 'media':
      return [
        `The picture “${title}” is there already, with another alternative text or credit.`,
        'Give the same, or import with --overwrite to replace them.',
      ]
    default:
      return [
        `The key “${existing!.slug}” is taken by “${existing!.title}”, which was not imported.`,
        `Choose another, or show that one by ref="${existing!.slug}".`,
      ]
  }
}
