import type { Interceptor } from '@masthead/shared/client'
import type { Env } from '@masthead/shared/env'
import type { RequestListener } from 'node:http'
import type { LocalFetch } from './rendering/renderPage'
import type { Renderer } from './rendering/RenderPool'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { changesRequester } from './changes/changesRequester'
import { FeedFollower } from './changes/FeedFollower'
import { TouchedPages } from './changes/TouchedPages'
import { createEnquiries } from './enquiries/createEnquiries'
import { AddressBook } from './http/AddressBook'
import { Addresses } from './http/Addresses'
import { cmsAddressSource } from './http/cmsAddressSource'
import { ErrorPages } from './http/ErrorPages'
import { freshnessOf } from './http/freshnessOf'
import { withCanonicalAddress } from './http/withCanonicalAddress'
import { withPages } from './http/withPages'
import { withTransportSecurity } from './http/withTransportSecurity'
import { fetchImage } from './media/fetchImage'
import { ImageCache } from './media/ImageCache'
import { ImageFiles } from './media/ImageFiles'
import { BackgroundComposer } from './page-cache/BackgroundComposer'
import { createPageCache } from './page-cache/createPageCache'
import { PageSubscriber } from './page-cache/PageSubscriber'
import { storeErrorPages } from './page-cache/storeErrorPages'
import { CircuitBreaker } from './rendering/CircuitBreaker'
import { cmsClient } from './rendering/cmsClient'
import { PageResolver } from './rendering/PageResolver'
import { prewarmSite } from './rendering/prewarmSite'
import { renderErrorPage } from './rendering/renderErrorPage'
import { renderFragments } from './rendering/renderFragments'
import { renderPage } from './rendering/renderPage'
import { RenderQueue } from './rendering/RenderQueue'

export type Site = ReturnType<typeof createSite>

/**
 * Composes a site instance. It opens what an earlier run stored in the data folder; nothing else happens before
 * `start`.
 *
 * @param options.instance names this site instance among others
 * @param options.build names the code that makes the pages
 * @param options.localFetch gets a response of the framework
 */
export function createSite({ env, instance, build, renderer, localFetch }: SiteOptions) {
  const { cmsUrl, dataDir, serviceKey, siteUrl } = env
  const isFollowing = serviceKey !== undefined
  const stopped = new AbortController()
  const cms = (interceptor?: Interceptor) => cmsClient(cmsUrl, interceptor)
  const errorPages = new ErrorPages(status => renderErrorPage(renderer, status))

  const breaker = new CircuitBreaker()
  const { cache, layouts, responses, respond } = createPageCache({
    dataDir,
    build: `${build} ${siteUrl}`,
    isFollowing,
    breaker,
    cms,
    renderFragments: (layout, path) => renderFragments(renderer, layout, path),
  })
  const renderQueue = new RenderQueue({
    cache,
    layouts,
    respond,
    responses,
    render: (path, rendering) => renderPage(localFetch, path, rendering),
    breaker,
    maxConcurrent: 4,
  })
  const resolver = new PageResolver({ cache, layouts, renderQueue, breaker, renderTimeoutMs: 1800 })

  const book = new AddressBook(join(dataDir, 'addresses.db'))
  book.checkpointInBackground()
  const addresses = new Addresses({ book, source: cmsAddressSource(cms()), from: cache.history.position })

  // Beside the cached pages, so that nginx has both.
  const imageFiles = new ImageFiles(join(dataDir, 'pages/media'))
  if (!isFollowing)
    imageFiles.clear()
  const images = new ImageCache({ files: imageFiles, fetch: image => fetchImage({ cms: cms(), cmsUrl }, image) })

  const touchedPages = new TouchedPages()
  const composer = new BackgroundComposer({ cache, layouts, signal: stopped.signal })
  const follower = new FeedFollower({
    request: changesRequester({ cmsUrl, serviceKey, instance, touched: () => touchedPages.report }),
    subscribers: [
      { onChanges: () => breaker.recordSuccess() },
      addresses,
      images,
      new PageSubscriber({ cache, responses, touchedPages, composer, resolver, signal: stopped.signal }),
    ],
    from: cache.history.position,
  })
  const freshness = () => freshnessOf(follower, cache)

  return {
    env,
    cms,
    renderer,
    errorPages,
    addresses,
    images,
    enquiries: createEnquiries(env),

    /** Returns the listener in front of the framework: canonical addresses and cached pages. */
    listener(framework: RequestListener): RequestListener {
      const plain = withCanonicalAddress(
        { ruleOf: paths => addresses.ruleOf(paths), errorPages },
        withPages({ cache, resolver, addresses, errorPages, freshness }, framework),
      )
      return env.hstsMaxAgeS !== undefined && siteUrl.startsWith('https:')
        ? withTransportSecurity(env.hstsMaxAgeS, plain)
        : plain
    },

    /**
     * Returns how far the feed is followed, for how many seconds the site instance has been cut off from it, and what
     * is cached.
     */
    get state() {
      const { pages, stale: aside, bytes } = cache.size
      return {
        followed: cache.applied,
        cutOffFor: freshness().age,
        pages,
        aside,
        bytes,
        addressesKnown: addresses.isSettled,
      }
    },

    /** Starts to follow the feed. Resolves when the site instance may serve. */
    async start(): Promise<void> {
      await storeErrorPages(cache, errorPages)
      if (!isFollowing)
        return console.warn('Pages are not cached: set SERVICE_KEY, the same for the CMS and the site.')
      if (cache.followed !== undefined)
        imageFiles.open()
      void follower.follow()
      // Changes made while no site instance ran come before the first reader, unless the CMS does not respond.
      const isUnanswered = await Promise.race([
        follower.firstContact.then(() => false),
        sleep(FIRST_CONTACT_TIMEOUT_MS, true, { ref: false }),
      ])
      // The first reader does not wait for it again.
      if (isUnanswered)
        breaker.recordFailure()
    },

    /** Renders pages before readers request them. Resolves when all are cached, or on stop. */
    prewarm: () => prewarmSite({ cms: cms(), cache, resolver, follower, renderQueue, signal: stopped.signal }),

    stop(): void {
      follower.stop()
      addresses.stop()
      stopped.abort()
    },
  }
}

interface SiteOptions {
  env: Env
  instance: string
  build: string
  renderer: Renderer
  localFetch: LocalFetch
}

const FIRST_CONTACT_TIMEOUT_MS = 1000
