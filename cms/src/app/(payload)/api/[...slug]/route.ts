import { REST_DELETE, REST_GET, REST_OPTIONS, REST_PATCH, REST_POST, REST_PUT } from '@payloadcms/next/routes'
import config from '../../../../payload.config.ts'
import { guardRequests } from '../../../../server/guardRequests.ts'

export const GET = guardRequests(REST_GET(config))
export const POST = guardRequests(REST_POST(config))
export const DELETE = guardRequests(REST_DELETE(config))
export const PATCH = guardRequests(REST_PATCH(config))
export const PUT = guardRequests(REST_PUT(config))
export const OPTIONS = guardRequests(REST_OPTIONS(config))
