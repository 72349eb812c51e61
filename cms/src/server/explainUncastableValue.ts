import type { Config } from 'payload'
import { isUncastableValue } from './isUncastableValue.ts'

type AfterErrorHook = NonNullable<NonNullable<Config['hooks']>['afterError']>[number]

export const explainUncastableValue: AfterErrorHook = ({ error }) => {
  if (isUncastableValue(error)) {
    return {
      status: 400,
      response: {
        errors: [{
          message:
            `A value for “${error.path.replace(/^_id$/, 'id')}” is of another type than the field. Give one that the field could have.`,
        }],
      },
    }
  }
}
