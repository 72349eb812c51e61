import { env } from '../../env.ts'

const { hostname, origin } = new URL(env.cmsUrl)

/** To whom browsers give passkeys: the host of the CMS. Passkeys of another host are unknown here. */
export const relyingParty = { id: hostname, origin }
