import { askPage } from './askPage'
import { findPosts } from './findPosts'

/** A page of the list of articles. */
export function useJournal(page: number) {
  return askPage(cms => findPosts(cms, { page }))
}
