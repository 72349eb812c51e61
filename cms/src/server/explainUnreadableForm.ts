import type { Config } from 'payload'
import { isUnreadableBody } from './isUnreadableBody.ts'

type AfterErrorHook = NonNullable<NonNullable<Config['hooks']>['afterError']>[number]

/**
 * Explains an invalid form. The admin sends its saves as JSON in a form, and Payload fails on faults in it without an
 * explanation.
 */
export const explainUnreadableForm: AfterErrorHook = ({ error, req }) => {
  if (isUnreadableBody(error) && req.headers.get('content-type')?.startsWith('multipart/')) {
    return {
      status: 400,
      response: {
        errors: [{
          message: 'The body has to be a form with parts (multipart/form-data), and its part “_payload” JSON.',
        }],
      },
    }
  }
}
