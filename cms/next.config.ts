import type { NextConfig } from 'next'
import { resolve } from 'node:path'
import { withPayload } from '@payloadcms/next/withPayload'

const root = resolve(import.meta.dirname, '..')

const config: NextConfig = {
  output: 'standalone',
  outputFileTracingRoot: root,
  // A process of its own runs it, as it stands there.
  outputFileTracingIncludes: { '/**': ['src/media/pictureProgram.ts', 'node_modules/payload', 'node_modules/sharp'] },
  turbopack: {
    root,
    rules: {
      // The admin's one stylesheet, `@payloadcms/next/css`, holds the styles of all these files already.
      '**/@payloadcms/{ui,richtext-lexical}/dist/**/*.scss': {
        loaders: [resolve(import.meta.dirname, 'emptyModule.mjs')],
        as: '*.js',
      },
      '**/@payloadcms/{next/dist/prod/styles,richtext-lexical/dist/field/bundled}.css': {
        loaders: [resolve(import.meta.dirname, 'lightStyles.mjs')],
        as: '*.css',
      },
    },
  },
  // Nothing of ours is written in Sass.
  experimental: { turbopackUseBuiltinSass: false },
  transpilePackages: ['@masthead/shared'],
  // Bundled, Payload's error classes lose their names, and with them the messages of its REST errors.
  serverExternalPackages: ['payload', '@payloadcms/db-mongodb', '@payloadcms/db-sqlite'],
  poweredByHeader: false,
  // Nothing here uses it, and from its cache it would give pictures that were deleted.
  images: { unoptimized: true },
  // `pnpm typecheck` checks the types of all packages once; the build need not do it again.
  typescript: { ignoreBuildErrors: true },
}

export default withPayload(config)
