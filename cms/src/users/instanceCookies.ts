import { env } from '../env.ts'
import { cookieNames } from './cookieNames.ts'

export const instanceCookies = cookieNames(env.cmsUrl)
