import type { Config } from '@masthead/shared/payload-types'

declare module 'payload' {
  export interface GeneratedTypes extends Config {}
}
