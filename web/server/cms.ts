import { createCmsClient } from '@masthead/shared/client'
import { env } from './env'

/** How the web reads the CMS: as a stranger, so that only published content can ever be drawn. */
export const cms = createCmsClient({ url: env.cmsUrl, fetch, timeout: 2000 })
