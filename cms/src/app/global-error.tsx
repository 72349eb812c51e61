'use client'

import { PageProblem } from '../admin/PageProblem.tsx'

/** Next renders it if the layout itself has failed. */
export default function GlobalError({ error }: { error: Error & { digest?: string } }) {
  return (
    <html lang="en">
      <head><title>This page cannot be shown</title></head>
      <body><PageProblem error={error} /></body>
    </html>
  )
}
