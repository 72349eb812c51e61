import type { S3 } from '@masthead/shared/env'
import type { Plugin } from 'payload'
import { s3Storage } from '@payloadcms/storage-s3'

/** Keeps pictures in a bucket, from which this CMS hands them out as it does its own files; without one, in the data folder. */
export function storePictures(s3: S3 | undefined): Plugin {
  if (!s3)
    return config => config
  const { bucket, endpoint, region, accessKeyId, secretAccessKey } = s3
  return s3Storage({
    bucket,
    collections: { media: true },
    config: {
      endpoint,
      region,
      credentials: { accessKeyId, secretAccessKey },
      // By its path, as every server of this kind understands it; by its host name only Amazon's does.
      forcePathStyle: true,
      // A save waits for the bucket, and on SQLite others wait for the save. By itself it would wait for ever.
      requestHandler: { connectionTimeout: 3000, requestTimeout: REQUEST_TIMEOUT_MS, throwOnRequestTimeout: true },
      maxAttempts: 2,
    },
  })
}

/** Milliseconds. */
const REQUEST_TIMEOUT_MS = 10_000
