import { REST_DELETE, REST_GET, REST_OPTIONS, REST_PATCH, REST_POST, REST_PUT } from '@payloadcms/next/routes'
import config from '../../../../payload.config.ts'
import { refuseOtherPerson } from '../../../../people/refuseOtherPerson.ts'
import { requireSameOrigin } from '../../../../server/requireSameOrigin.ts'
import { whenPrepared } from '../../../../server/whenPrepared.ts'

export const GET = guarded(REST_GET(config))
export const POST = guarded(REST_POST(config))
export const DELETE = guarded(REST_DELETE(config))
export const PATCH = guarded(REST_PATCH(config))
export const PUT = guarded(REST_PUT(config))
export const OPTIONS = whenPrepared(REST_OPTIONS(config))

function guarded(handler: ReturnType<typeof REST_GET>) {
  return whenPrepared(requireSameOrigin(refuseOtherPerson(handler)))
}
