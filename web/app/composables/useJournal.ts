import { askPage } from './askPage'
import { findPosts } from './findPosts'
import { siteRevision } from './usePageHead'

/** A page of the list of articles, and the words over it. */
export function useJournal(page: number) {
  return askPage(async (cms) => {
    const [list, { journalIntroduction: introduction, updatedAt }] = await Promise.all([
      findPosts(cms, { page }),
      cms.global('site', { select: { journalIntroduction: true, updatedAt: true } }),
    ])
    return { list, introduction, revision: siteRevision(updatedAt) }
  })
}
