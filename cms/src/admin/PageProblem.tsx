'use client'

/**
 * Says that a page of the admin could not be rendered. It uses nothing of Payload, which may be the part that failed.
 */
export function PageProblem({ error }: { error: Error & { digest?: string } }) {
  return (
    <div role="alert" style={{ display: 'grid', gap: '1rem', justifyItems: 'start', margin: 'auto', maxWidth: '32rem', padding: '20vh 1.5rem', font: '1.1rem/1.5 system-ui', colorScheme: 'light dark' }}>
      <h1>This page cannot be shown</h1>
      <p>Load it again. This browser has stored your unsaved text, and offers it when you open the form again.</p>
      <p><button type="button" onClick={() => window.location.reload()}>Load the page again</button></p>
      <p><small>{error.digest ? `The log of the CMS has more about it: ${error.digest}` : error.message}</small></p>
    </div>
  )
}
