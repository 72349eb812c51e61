import { REST_DELETE, REST_GET, REST_OPTIONS, REST_PATCH, REST_POST, REST_PUT } from '@payloadcms/next/routes'
import config from '../../../../payload.config.ts'
import { refuseOtherPerson } from '../../../../people/refuseOtherPerson.ts'
import { whenPrepared } from '../../../../server/whenPrepared.ts'

export const GET = whenPrepared(refuseOtherPerson(REST_GET(config)))
export const POST = whenPrepared(refuseOtherPerson(REST_POST(config)))
export const DELETE = whenPrepared(refuseOtherPerson(REST_DELETE(config)))
export const PATCH = whenPrepared(refuseOtherPerson(REST_PATCH(config)))
export const PUT = whenPrepared(refuseOtherPerson(REST_PUT(config)))
export const OPTIONS = whenPrepared(REST_OPTIONS(config))
