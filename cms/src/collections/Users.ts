import type { UIField } from 'payload'
import { ROLES } from '@masthead/shared/roles'
import { administrators, onlyAdministrators, onlySelfOrAdministrators, selfOrAdministrator, staff } from '../access.ts'
import { dropCurrentPassword, requireCurrentPassword } from '../users/currentPassword.ts'
import { endLinkWithPassword } from '../users/endLinkWithPassword.ts'
import { forgotPasswordEndpoint } from '../users/forgotPassword.ts'
import { instanceCookies } from '../users/instanceCookies.ts'
import { keepLastAdmin, keepLastAdminOnDelete } from '../users/keepLastAdmin.ts'
import { loginEndpoint } from '../users/login.ts'
import { oneTimeLinkEndpoint } from '../users/oneTimeLink.ts'
import { passkeyEndpoints } from '../users/passkeys/passkeyEndpoints.ts'
import { passkeyLoginEndpoints } from '../users/passkeys/passkeyLogin.ts'
import { previousSecretStrategies } from '../users/previousSecretStrategy.ts'
import { requireEmailText } from '../users/requireEmailText.ts'
import { requireStrongPassword, requireStrongReset } from '../users/requireStrongPassword.ts'
import { resetPasswordEndpoint } from '../users/resetPassword.ts'
import { findResetTokenByDigest } from '../users/resetToken.ts'
import { removeWithUser } from '../users/secondFactor/removeWithUser.ts'
import { requireSecondFactor } from '../users/secondFactor/requireSecondFactor.ts'
import { secondFactorEndpoints } from '../users/secondFactor/secondFactorEndpoints.ts'
import { idleTimeoutSeconds, withoutEndedSessions } from '../users/sessionEnd.ts'
import { sessionEndpoints } from '../users/sessions.ts'
import { unlockEndpoint } from '../users/unlock.ts'
import { unlockAfterReset } from '../users/unlockAfterReset.ts'
import { defineCollection } from './defineCollection.ts'

export const Users = defineCollection({
  slug: 'users',
  labels: { singular: 'Person', plural: 'People' },
  readers: false,
  drafts: false,
  audited: 'accounts',
  defaultPopulate: { name: true },
  auth: {
    // The limits of users/attempts/ replace this one: they count before a password is judged, and also for accounts
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
    {
      path: '/first-register',
      method: 'post',
      handler: () =>
        Response.json({ errors: [{ message: 'Accounts are made by an administrator.' }] }, { status: 403 }),
    },
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
    {
      name: 'email',
      type: 'email',
      required: true,
      unique: true,
      access: { read: onlySelfOrAdministrators },
      hooks: { beforeValidate: [requireEmailText] },
    },
    { name: 'name', type: 'text', required: true, maxLength: 120 },
    {
      name: 'role',
      type: 'select',
      required: true,
      defaultValue: 'writer',
      saveToJWT: true,
      options: [...ROLES],
      access: { read: onlySelfOrAdministrators, create: onlyAdministrators, update: onlyAdministrators },
      admin: {
        description:
          'Writers write drafts of their own. Editors publish. Marketers edit the site’s name and texts. Administrators also manage users.',
      },
    },
    panel('secondFactor', 'SecondFactor'),
    panel('whereSignedIn', 'Sessions'),
    panel('attempts', 'UnlockAccount'),
    panel('newPassword', 'OneTimeLink'),
  ],
})

function panel(name: string, component: string): UIField {
  return {
    name,
    type: 'ui',
    admin: { disableListColumn: true, components: { Field: `/admin/${component}.tsx#${component}` } },
  }
}
