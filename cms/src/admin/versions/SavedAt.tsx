'use client'

import { moment } from '../moment.ts'
import { relativeTime } from './relativeTime.ts'
import { useIsInBrowser } from './useIsInBrowser.ts'

/** When a version was saved: how long ago, and the date in the time zone of the browser. */
export function SavedAt({ date, now }: { date: string, now: number }) {
  const isInBrowser = useIsInBrowser()
  return (
    <time className="saved-at" dateTime={date}>
      <span className="saved-at__ago">{relativeTime(date, now)}</span>
      <span className="saved-at__date">{isInBrowser && moment(date)}</span>
    </time>
  )
}
