import type { S3 } from '@masthead/shared/env'
import type { Plugin } from 'payload'
import { s3Storage } from '@payloadcms/storage-s3'

/**
 * Stores pictures in a bucket and serves them through this CMS as it serves its own files; without a bucket, stores
 * them in the data folder.
 */
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
      // The bucket is part of the path: every S3 server supports that, but only Amazon's supports it as a host name.
      forcePathStyle: true,
      // A save waits for the bucket, and on SQLite other saves wait for it. The client has no timeout by default.
      requestHandler: { connectionTimeout: 3000, requestTimeout: REQUEST_TIMEOUT_MS, throwOnRequestTimeout: true },
      maxAttempts: 2,
    },
  })
}

/** Milliseconds to wait for a response of the bucket. */
const REQUEST_TIMEOUT_MS = 10_000
