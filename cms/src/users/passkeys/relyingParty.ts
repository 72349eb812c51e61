import { env } from '../../env.ts'

const { hostname, origin } = new URL(env.cmsUrl)

/** The relying party: the host of the CMS. Passkeys of another host do not work here. */
export const relyingParty = { id: hostname, origin }
