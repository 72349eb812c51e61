import { dirname, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { buildConfig } from 'payload'
import sharp from 'sharp'
import { checkAddresses } from './addresses/checkAddress.ts'
import { keepJournal } from './admin/journal/keepJournal.ts'
import { watchForms } from './admin/watchForms.ts'
import { noteChanges } from './changes/noteChanges.ts'
import { Authors } from './collections/Authors.ts'
import { Categories } from './collections/Categories.ts'
import { ComparisonTables } from './collections/ComparisonTables.ts'
import { Ctas } from './collections/Ctas.ts'
import { Enquiries } from './collections/Enquiries.ts'
import { Media } from './collections/Media.ts'
import { Pages } from './collections/Pages.ts'
import { Posts } from './collections/Posts.ts'
import { Redirects } from './collections/Redirects.ts'
import { Services } from './collections/Services.ts'
import { TakeawayCards } from './collections/TakeawayCards.ts'
import { Users } from './collections/Users.ts'
import { databaseFor } from './database.ts'
import { DATE_FORMAT } from './DATE_FORMAT.ts'
import { draftRules } from './drafts/draftRules.ts'
import { editor } from './editor.ts'
import { emailFor } from './email.ts'
import { env, payloadSecret } from './env.ts'
import { EnquirySection } from './globals/EnquirySection.ts'
import { Site } from './globals/Site.ts'
import { distinctRowIds } from './hooks/distinctRowIds.ts'
import { nameUnreadableParameter } from './hooks/nameUnreadableParameter.ts'
import { refuseChangesOfWhatever } from './hooks/refuseChangesOfWhatever.ts'
import { LARGEST_PICTURE } from './LARGEST_PICTURE.ts'
import { proveLive } from './live/proveLive.ts'
import { limitInternalCollections } from './server/limitInternalCollections.ts'
import { storePictures } from './storePictures.ts'

const here = dirname(fileURLToPath(import.meta.url))

export default limitInternalCollections(buildConfig({
  collections: [Posts, ComparisonTables, TakeawayCards, Categories, Authors, Media, Services, Pages, Ctas, Redirects, Enquiries, Users],
  globals: [Site, EnquirySection],
  // What notes a change comes last: a picture is in its place before anybody hears of it.
  plugins: [storePictures(env.s3), draftRules, refuseChangesOfWhatever, distinctRowIds, noteChanges, proveLive, keepJournal, watchForms, checkAddresses],
  hooks: { afterError: [nameUnreadableParameter] },
  editor,
  db: databaseFor(env.databaseUrl),
  email: emailFor(env.smtpUrl, env.adminEmail),
  secret: payloadSecret,
  sharp,
  graphQL: { disable: true },
  telemetry: false,
  upload: { limits: { fileSize: LARGEST_PICTURE }, abortOnLimit: false, requestSizeLimit: 100_000_000 },
  typescript: { outputFile: resolve(here, '../../shared/src/payload-types.ts'), declare: false },
  admin: {
    user: 'users',
    avatar: 'default',
    components: {
      graphics: { Logo: '/admin/Logo.tsx#Logo', Icon: '/admin/Icon.tsx#Icon' },
      providers: ['/admin/SignedOutTheme.tsx#SignedOutTheme', '/admin/session/SessionGuard.tsx#SessionGuard', '/admin/forms/DrawerGuard.tsx#DrawerGuard', '/admin/notes/FieldNotes.tsx#FieldNotes'],
      // Payload's own says that a mail was sent, whether there is a mail server or not.
      views: { forgot: { Component: '/admin/ForgotPassword.tsx#ForgotPassword' } },
    },
    importMap: { baseDir: here, importMapFile: resolve(here, 'app/(payload)/admin/importMap.js') },
    meta: { titleSuffix: ' · Masthead', description: 'Where the articles are written.' },
    // Where many documents fail, there is something to read.
    toast: { duration: 8000, expand: true },
    dateFormat: DATE_FORMAT,
  },
}))
