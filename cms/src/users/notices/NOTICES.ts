import type { EventName } from '../../audit/EVENTS.ts'

interface Words {
  subject: string
  /** The event, as a sentence about “your account”. */
  happened: string
  /** The advice in case another person did it. */
  otherwise: string
}

/** The events that the CMS reports by mail to the user of the account. */
export const NOTICES = {
  'password-changed': {
    subject: 'Your password was changed',
    happened: 'has a new password',
    otherwise: 'choose another one with “Forgot password?” on the sign-in page, and tell an administrator.',
  },
  'email-changed': {
    subject: 'Your e-mail address was changed',
    happened: 'has another e-mail address, and this is the last mail to this one',
    otherwise: 'tell an administrator at once: mails for a new password go to the other address now.',
  },
  'factor-added': {
    subject: 'A second factor was added',
    happened: 'has a new authenticator app or passkey',
    otherwise:
      'choose a new password with “Forgot password?” on the sign-in page, and let an administrator remove the second factor.',
  },
  'factor-removed': {
    subject: 'A second factor was removed',
    happened: 'has lost an authenticator app or a passkey',
    otherwise: 'choose a new password with “Forgot password?” on the sign-in page, and set up the second factor again.',
  },
  'recovery-codes-made': {
    subject: 'New recovery codes were made',
    happened: 'has new recovery codes, and the old ones do not work any more',
    otherwise: 'choose a new password with “Forgot password?” on the sign-in page, and make recovery codes again.',
  },
  'signed-in': {
    subject: 'A sign-in from a new browser',
    happened: 'was opened from a browser that has not signed in to it since its password was chosen',
    otherwise: 'end that session on the page of your account, and choose a new password there.',
  },
} as const satisfies Partial<Record<EventName, Words>>

export type NoticeName = keyof typeof NOTICES

export function isNotice(event: EventName): event is NoticeName {
  return event in NOTICES
}
