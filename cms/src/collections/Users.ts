import type { UIField } from 'payload'
import { ROLES } from '@masthead/shared/roles'
import { administrators, onlyAdministrators, onlySelfOrAdministrators, selfOrAdministrator, staff } from '../access.ts'
import { dropCurrentPassword, requireCurrentPassword } from '../people/currentPassword.ts'
import { endLinkWithPassword } from '../people/endLinkWithPassword.ts'
import { forgotPasswordEndpoint } from '../people/forgotPassword.ts'
import { instanceCookies } from '../people/instanceCookies.ts'
import { keepLastAdmin, keepLastAdminOnDelete } from '../people/keepLastAdmin.ts'
import { loginEndpoint } from '../people/login.ts'
import { oneTimeLinkEndpoint } from '../people/oneTimeLink.ts'
import { passkeyEndpoints } from '../people/passkeys/passkeyEndpoints.ts'
import { passkeyLoginEndpoints } from '../people/passkeys/passkeyLogin.ts'
import { previousSecretStrategies } from '../people/previousSecretStrategy.ts'
import { requireEmailText } from '../people/requireEmailText.ts'
import { requireStrongPassword, requireStrongReset } from '../people/requireStrongPassword.ts'
import { resetPasswordEndpoint } from '../people/resetPassword.ts'
import { findResetTokenByDigest } from '../people/resetToken.ts'
import { removeWithUser } from '../people/secondFactor/removeWithUser.ts'
import { requireSecondFactor } from '../people/secondFactor/requireSecondFactor.ts'
import { secondFactorEndpoints } from '../people/secondFactor/secondFactorEndpoints.ts'
import { idleTimeoutSeconds, withoutEndedSessions } from '../people/sessionEnd.ts'
import { sessionEndpoints } from '../people/sessions.ts'
import { unlockEndpoint } from '../people/unlock.ts'
import { unlockAfterReset } from '../people/unlockAfterReset.ts'
import { defineCollection } from './defineCollection.ts'

export const Users = defineCollection({
  slug: 'users',
  labels: { singular: 'Person', plural: 'People' },
  readers: false,
  drafts: false,
  audited: 'accounts',
  defaultPopulate: { name: true },
  auth: {
    // The limits of people/attempts/ replace this one: they count before a password is judged, and also for accounts
    // that do not exist.
    maxLoginAttempts: 0,
    tokenExpiration: idleTimeoutSeconds,
    strategies: previousSecretStrategies,
    cookies: { sameSite: 'Lax', secure: instanceCookies.isHttps },
  },
  access: {
    admin: ({ req }) => Boolean(req.user),
    read: staff,
    create: administrators,
    update: selfOrAdministrator,
    delete: administrators,
  },
  admin: {
    group: 'Settings',
    useAsTitle: 'name',
    defaultColumns: ['name', 'email', 'role', 'updatedAt'],
    description: 'The people who can sign in, and their roles.',
  },
  hooks: {
    beforeOperation: [requireCurrentPassword, dropCurrentPassword, requireStrongReset, findResetTokenByDigest],
    beforeValidate: [requireStrongPassword],
    afterRead: [withoutEndedSessions],
    afterOperation: [unlockAfterReset],
    beforeChange: [keepLastAdmin, endLinkWithPassword],
    beforeLogin: [requireSecondFactor],
    beforeDelete: [keepLastAdminOnDelete],
    afterDelete: [removeWithUser],
  },
  endpoints: [
    // The CMS creates the first administrator before it answers any request, so that no visitor can claim an empty
    // system.
    { path: '/first-register', method: 'post', handler: () => Response.json({ errors: [{ message: 'Accounts are made by an administrator.' }] }, { status: 403 }) },
    loginEndpoint,
    unlockEndpoint,
    forgotPasswordEndpoint,
    resetPasswordEndpoint,
    oneTimeLinkEndpoint,
    ...sessionEndpoints,
    ...secondFactorEndpoints,
    ...passkeyLoginEndpoints,
    ...passkeyEndpoints,
  ],
  fields: [
    { name: 'email', type: 'email', required: true, unique: true, access: { read: onlySelfOrAdministrators }, hooks: { beforeValidate: [requireEmailText] } },
    { name: 'name', type: 'text', required: true, maxLength: 120 },
    {
      name: 'role',
      type: 'select',
      required: true,
      defaultValue: 'writer',
      saveToJWT: true,
      options: [...ROLES],
      access: { read: onlySelfOrAdministrators, create: onlyAdministrators, update: onlyAdministrators },
      admin: { description: 'Writers write drafts of their own. Editors publish. Marketers edit the site’s name and texts. Administrators also manage users.' },
    },
    panel('secondFactor', 'SecondFactor'),
    panel('whereSignedIn', 'Sessions'),
    panel('attempts', 'UnlockAccount'),
    panel('newPassword', 'OneTimeLink'),
  ],
})

function panel(name: string, component: string): UIField {
  return { name, type: 'ui', admin: { disableListColumn: true, components: { Field: `/admin/${component}.tsx#${component}` } } }
}
