'use client'

import { Link } from '@payloadcms/ui'
import { useHistoryPath } from './useHistoryPath.ts'

/** For administrators: leads from a global to the audit entries about it. */
export function HistoryLink() {
  const path = useHistoryPath()
  return path === undefined ? null : <Link className="history-link" href={path} prefetch={false}>History of these settings</Link>
}
