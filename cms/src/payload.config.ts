import { dirname, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { buildConfig } from 'payload'
import { checkAddresses } from './addresses/checkAddress.ts'
import { DATE_FORMAT } from './admin/dates/DATE_FORMAT.ts'
import { journalPlugin } from './admin/journal/journalPlugin.ts'
import { SET_UP_PATH } from './admin/secondFactor/SET_UP_PATH.ts'
import { watchForms } from './admin/watchForms.ts'
import { auditChanges } from './audit/auditChanges.ts'
import { changeFeedPlugin } from './changes/changeFeedPlugin.ts'
import { collectionRules } from './collections/collectionRules.ts'
import { collections } from './collections/collections.ts'
import { databaseFor } from './database/databaseFor.ts'
import { draftRules } from './drafts/draftRules.ts'
import { mergeSaves } from './drafts/merge/mergeSaves.ts'
import { env, payloadSecret } from './env.ts'
import { distinctRowIds } from './fields/distinctRowIds.ts'
import { editor } from './fields/editor.ts'
import { EnquirySection } from './globals/EnquirySection.ts'
import { Site } from './globals/Site.ts'
import { liveCheckPlugin } from './live/liveCheckPlugin.ts'
import { MAX_PICTURE_BYTES } from './media/MAX_PICTURE_BYTES.ts'
import { sharpApart } from './media/sharpApart.ts'
import { storePictures } from './media/storePictures.ts'
import { presencePlugin } from './presence/presencePlugin.ts'
import { withoutDocumentLocks } from './presence/withoutDocumentLocks.ts'
import { MAX_BODY_BYTES } from './server/bodyLimits.ts'
import { emailFor } from './server/email.ts'
import { explainUncastableValue } from './server/explainUncastableValue.ts'
import { explainUnreadableForm } from './server/explainUnreadableForm.ts'
import { limitInternalCollections } from './server/limitInternalCollections.ts'
import { payloadLogger } from './server/log/payloadLogger.ts'
import { requireBulkFilter } from './server/query/requireBulkFilter.ts'
import { judgeCurrentPasswords } from './users/currentPassword.ts'
import { instanceCookies } from './users/instanceCookies.ts'

const here = dirname(fileURLToPath(import.meta.url))

export default judgeCurrentPasswords(limitInternalCollections(withoutDocumentLocks(buildConfig({
  collections,
  globals: [Site, EnquirySection],
  // The plugins that record changes come last, so that a picture is stored before its change is recorded.
  plugins: [
    storePictures(env.s3),
    collectionRules,
    draftRules,
    mergeSaves,
    requireBulkFilter,
    distinctRowIds,
    changeFeedPlugin,
    auditChanges,
    liveCheckPlugin,
    journalPlugin,
    watchForms,
    presencePlugin,
    checkAddresses,
  ],
  hooks: { afterError: [explainUncastableValue, explainUnreadableForm] },
  editor,
  db: await databaseFor(env.databaseUrl),
  email: emailFor(env.smtpUrl, env.adminEmail),
  secret: payloadSecret,
  cookiePrefix: instanceCookies.prefix,
  sharp: sharpApart,
  graphQL: { disable: true },
  telemetry: false,
  logger: payloadLogger,
  upload: {
    limits: { fileSize: MAX_PICTURE_BYTES, fieldSize: MAX_BODY_BYTES },
    abortOnLimit: false,
    requestSizeLimit: 100_000_000,
  },
  typescript: { outputFile: resolve(here, '../../shared/src/payload-types.ts'), declare: false },
  admin: {
    user: 'users',
    avatar: 'default',
    components: {
      graphics: { Logo: '/admin/Logo.tsx#Logo', Icon: '/admin/Icon.tsx#Icon' },
      beforeLogin: ['/admin/InsecureSignIn.tsx#InsecureSignIn'],
      afterLogin: ['/admin/secondFactor/PasskeySignIn.tsx#PasskeySignIn'],
      providers: [
        '/admin/SignedOutTheme.tsx#SignedOutTheme',
        '/admin/session/SessionGuard.tsx#SessionGuard',
        '/admin/forms/DrawerGuard.tsx#DrawerGuard',
        '/admin/notes/FieldNotes.tsx#FieldNotes',
      ],
      views: {
        // Payload's own page says that a mail was sent even if there is no mail server.
        forgot: { Component: '/admin/ForgotPassword.tsx#ForgotPassword' },
        secondFactor: {
          Component: '/admin/secondFactor/SetUpFirst.tsx#SetUpFirst',
          path: SET_UP_PATH,
          exact: true,
          meta: { title: 'Second factor' },
        },
      },
    },
    importMap: { baseDir: here, importMapFile: resolve(here, 'app/(payload)/admin/importMap.js') },
    meta: { titleSuffix: ' · Masthead', description: 'The editors’ side of the site.' },
    // A bulk operation may report many failures, which take time to read.
    toast: { duration: 8000, expand: true },
    dateFormat: DATE_FORMAT,
  },
}))))
