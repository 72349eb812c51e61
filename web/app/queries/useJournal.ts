import { siteRevision } from '../heads/usePageHead'
import { fetchPage } from './fetchPage'
import { findPosts } from './findPosts'

/** A page of the list of articles, and the words over it. */
export function useJournal(page: number) {
  return fetchPage(async (cms) => {
    const [list, { journalIntroduction: introduction, updatedAt }] = await Promise.all([
      findPosts(cms, { page }),
      cms.global('site', { select: { journalIntroduction: true, updatedAt: true } }),
    ])
    return { list, introduction, revision: siteRevision(updatedAt) }
  })
}
