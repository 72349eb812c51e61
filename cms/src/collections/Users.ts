import type { CollectionConfig, UIField } from 'payload'
import { ROLES } from '@masthead/shared/roles'
import { administrators, onlyAdministrators, onlySelfOrAdministrators, selfOrAdministrator, staff } from '../access.ts'
import { endLinkWithPassword } from '../hooks/endLinkWithPassword.ts'
import { keepAnAdministrator, keepAnAdministratorOnDelete } from '../hooks/keepAnAdministrator.ts'
import { nameWhatFailed } from '../hooks/nameWhatFailed.ts'
import { refuseQueriesThroughDocuments } from '../hooks/refuseQueriesThroughDocuments.ts'
import { forgotPasswordEndpoint } from '../people/forgotPassword.ts'
import { oneTimeLinkEndpoint } from '../people/oneTimeLink.ts'
import { sessionEndpoints } from '../people/sessions.ts'

export const Users: CollectionConfig<'users'> = {
  slug: 'users',
  labels: { singular: 'Person', plural: 'People' },
  defaultPopulate: { name: true },
  auth: {
    maxLoginAttempts: 8,
    lockTime: 10 * 60 * 1000,
    tokenExpiration: 7 * 24 * 60 * 60,
    cookies: { sameSite: 'Lax' },
  },
  access: {
    admin: ({ req }) => Boolean(req.user),
    read: staff,
    create: administrators,
    update: selfOrAdministrator,
    delete: administrators,
    unlock: administrators,
  },
  admin: {
    group: 'Settings',
    useAsTitle: 'name',
    defaultColumns: ['name', 'email', 'role', 'updatedAt'],
    description: 'Who may sign in here, and what for.',
  },
  hooks: {
    beforeOperation: [refuseQueriesThroughDocuments],
    afterOperation: [nameWhatFailed],
    beforeChange: [keepAnAdministrator, endLinkWithPassword],
    beforeDelete: [keepAnAdministratorOnDelete],
  },
  endpoints: [
    // The first administrator is made by the CMS itself before it answers anybody: nobody can claim an empty system.
    { path: '/first-register', method: 'post', handler: () => Response.json({ errors: [{ message: 'Accounts are made by an administrator.' }] }, { status: 403 }) },
    forgotPasswordEndpoint,
    oneTimeLinkEndpoint,
    ...sessionEndpoints,
  ],
  fields: [
    { name: 'email', type: 'email', required: true, unique: true, access: { read: onlySelfOrAdministrators } },
    { name: 'name', type: 'text', required: true, maxLength: 120 },
    {
      name: 'role',
      type: 'select',
      required: true,
      defaultValue: 'writer',
      saveToJWT: true,
      options: [...ROLES],
      access: { read: onlySelfOrAdministrators, create: onlyAdministrators, update: onlyAdministrators },
      admin: { description: 'Writers write drafts of their own. Editors publish. Marketers look after the site’s name and texts. Administrators also look after people.' },
    },
    panel('whereSignedIn', 'Sessions'),
    panel('newPassword', 'OneTimeLink'),
  ],
}

function panel(name: string, component: string): UIField {
  return { name, type: 'ui', admin: { disableListColumn: true, components: { Field: `/admin/${component}.tsx#${component}` } } }
}
