import type { ApiHandler } from './ApiHandler.ts'
import { refuseOtherPerson } from '../users/refuseOtherPerson.ts'
import { requireSetUp } from '../users/secondFactor/requireSetUp.ts'
import { limitBody } from './limitBody.ts'
import { requireReadableQuery } from './query/requireReadableQuery.ts'
import { readToEnd } from './readToEnd.ts'
import { requireKnownRoute } from './requireKnownRoute.ts'
import { requireSameOrigin } from './requireSameOrigin.ts'
import { whenPrepared } from './whenPrepared.ts'
import { withSecurityHeaders } from './withSecurityHeaders.ts'

/** Puts every rule for requests in front of Payload's handler, in the order in which they apply. */
export function guardRequests(handler: ApiHandler): ApiHandler {
  return RULES.reduceRight((inner, rule) => rule(inner), handler)
}

const RULES: ((handler: ApiHandler) => ApiHandler)[] = [
  withSecurityHeaders,
  whenPrepared,
  requireSameOrigin,
  requireKnownRoute,
  readToEnd,
  limitBody,
  requireReadableQuery,
  refuseOtherPerson,
  requireSetUp,
]
