/** Replaces the admin while its database is away, and checks again by itself. */
export function NotYet() {
  return (
    <html lang="en">
      <head>
        <title>In a moment</title>
        <meta httpEquiv="refresh" content="3" />
      </head>
      <body style={{ margin: 'auto', maxWidth: '32rem', padding: '20vh 1.5rem', font: '1.1rem/1.5 system-ui', colorScheme: 'light dark' }}>
        <h1>In a moment</h1>
        <p>The CMS has started, and cannot reach its database yet. This page checks again by itself. Saved work is not lost.</p>
      </body>
    </html>
  )
}
