import type { Config } from 'payload'
import { isUnreadableBody } from './isUnreadableBody.ts'

type AfterErrorHook = NonNullable<NonNullable<Config['hooks']>['afterError']>[number]

/** The admin sends what it saves as JSON in a form, at whose faults Payload fails without a word. */
export const explainUnreadableForm: AfterErrorHook = ({ error, req }) => {
  if (isUnreadableBody(error) && req.headers.get('content-type')?.startsWith('multipart/'))
    return { status: 400, response: { errors: [{ message: 'The body has to be a form with parts (multipart/form-data), and its part “_payload” JSON.' }] } }
}
