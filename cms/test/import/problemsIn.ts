import { ImportError } from '../../src/import/ImportError.ts'
import { parseArticle } from '../../src/import/parseArticle.ts'

/** What is wrong with a text, as the command line says it: `line: problem. fix.` */
export function problemsIn(text: string): string[] {
  try {
    parseArticle(text)
    return []
  }
  catch (error) {
    if (error instanceof ImportError)
      return error.message.split('\n')
    throw error
  }
}
