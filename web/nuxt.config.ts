import { fileURLToPath } from 'node:url'
import { SECURITY_HEADERS } from './server/http/securityHeaders'

export default defineNuxtConfig({
  compatibilityDate: '2026-11-01',
  telemetry: false,
  devtools: { enabled: false },
  // Files import all that they use: the same component runs in Nuxt and in a test.
  components: false,
  imports: { scan: false },
  css: [
    '~/assets/css/tokens.css',
    '~/assets/css/base.css',
    '~/assets/css/rich-text.css',
    '~/assets/css/even-rows.css',
    '~/assets/css/print.css',
  ],
  features: { inlineStyles: true },
  experimental: { appManifest: false, payloadExtraction: false, typedPages: true },
  app: {
    head: {
      htmlAttrs: { lang: 'en' },
      meta: [
        { name: 'color-scheme', content: 'light dark' },
        { name: 'theme-color', content: '#f7f8f4', media: '(prefers-color-scheme: light)' },
        { name: 'theme-color', content: '#141714', media: '(prefers-color-scheme: dark)' },
      ],
      link: [{ rel: 'icon', type: 'image/svg+xml', href: '/favicon.svg' }],
    },
  },
  // An address that is spelled otherwise is another one.
  router: { options: { sensitive: true, strict: true } },
  routeRules: {
    // Reading needs no script, so none is sent.
    '/**': { noScripts: true, headers: SECURITY_HEADERS },
    // It names an enquiry.
    '/enquiry/thanks': { headers: { 'Cache-Control': 'no-store' } },
  },
  nitro: {
    errorHandler: '~~/server/errorHandler',
    typescript: { tsConfig: { include: ['../context.d.ts'] } },
  },
  // In development nothing is kept.
  $production: { nitro: { entry: fileURLToPath(new URL('server/entry.ts', import.meta.url)) } },
  typescript: {
    tsConfig: { extends: '../../tsconfig.base.json' },
  },
})
