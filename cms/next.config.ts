import type { NextConfig } from 'next'
import { resolve } from 'node:path'
import { withPayload } from '@payloadcms/next/withPayload'

const root = resolve(import.meta.dirname, '..')

const config: NextConfig = {
  output: 'standalone',
  outputFileTracingRoot: root,
  turbopack: { root },
  transpilePackages: ['@masthead/shared'],
  poweredByHeader: false,
  // `pnpm typecheck` checks the types of all packages once; the build need not do it again.
  typescript: { ignoreBuildErrors: true },
}

export default withPayload(config, { devBundleServerPackages: false })
