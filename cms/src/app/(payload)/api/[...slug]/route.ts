import { REST_DELETE, REST_GET, REST_OPTIONS, REST_PATCH, REST_POST, REST_PUT } from '@payloadcms/next/routes'
import config from '../../../../payload.config.ts'
import { refuseOtherPerson } from '../../../../people/refuseOtherPerson.ts'

export const GET = refuseOtherPerson(REST_GET(config))
export const POST = refuseOtherPerson(REST_POST(config))
export const DELETE = refuseOtherPerson(REST_DELETE(config))
export const PATCH = refuseOtherPerson(REST_PATCH(config))
export const PUT = refuseOtherPerson(REST_PUT(config))
export const OPTIONS = REST_OPTIONS(config)
