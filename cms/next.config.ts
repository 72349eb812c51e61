import type { NextConfig } from 'next'
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { withPayload } from '@payloadcms/next/withPayload'

const root = resolve(import.meta.dirname, '..')
const keepTypedWords = resolve(import.meta.dirname, 'keepTypedWords.mjs')

const config: NextConfig = {
  output: 'standalone',
  outputFileTracingRoot: root,
  turbopack: {
    root,
    rules: { '**/@payloadcms/ui/dist/exports/client/index.js': { loaders: [{ loader: keepTypedWords, options: { digest: digestOf(keepTypedWords) } }] } },
  },
  transpilePackages: ['@masthead/shared'],
  // Bundled, Payload's error classes lose their names, and with them the messages of its REST errors.
  serverExternalPackages: ['payload', '@payloadcms/db-mongodb', '@payloadcms/db-sqlite'],
  poweredByHeader: false,
  // `pnpm typecheck` checks the types of all packages once; the build need not do it again.
  typescript: { ignoreBuildErrors: true },
}

/** Turbopack keeps what a loader has made until its options change, whatever becomes of its code. */
function digestOf(file: string): string {
  return createHash('sha256').update(readFileSync(file)).digest('hex')
}

export default withPayload(config)
