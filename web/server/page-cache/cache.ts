import { join } from 'node:path'
import { useRuntimeConfig } from '#imports'
import { env } from '../env'
import { keptPictures } from '../pictures/keptPictures'
import { PageCache } from './PageCache'
import { PageFiles } from './PageFiles'
import { RecordedResponses } from './RecordedResponses'

const files = new PageFiles(join(env.dataDir, 'pages'))

// Without its key the web cannot follow the changes, and what it kept before is of no use.
if (!env.serviceKey) {
  files.clear()
  keptPictures.clear()
}

/** The pages that this web keeps. */
export const cache = new PageCache({ limit: 128 * 1024 * 1024, files, build: `${useRuntimeConfig().app.buildId} ${env.siteUrl}` })

/** What the pages were rendered from, out of the reach of nginx. */
export const responses = new RecordedResponses({ folder: join(env.dataDir, 'responses'), followed: cache.followed })
