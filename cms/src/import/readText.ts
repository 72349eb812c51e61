import { readFile, stat } from 'node:fs/promises'
import { ImportError } from './ImportError.ts'

const ARTICLE = {
  empty: 'Write an article in it: docs/article-format.md has an example.',
  binary: 'Give a Markdown file.',
}

const MAX_BYTES = 2_000_000

/**
 * Returns the text of a file, by default an article's.
 *
 * @param fix how to fix a file that is empty or no text
 * @throws {ImportError} if the file has no text
 */
export async function readText(path: string, fix = ARTICLE): Promise<string> {
  const { size } = await stat(path).catch(unreadable)
  if (size > MAX_BYTES) {
    throw refusal(
      `The file has ${(size / 1e6).toFixed(1)} MB; 2 MB fit.`,
      'Split it, and keep pictures in files of their own.',
    )
  }
  const text = decode(await readFile(path).catch(unreadable))
  if (text.trim() === '')
    throw refusal('The file is empty.', fix.empty)
  if (text.includes('\0'))
    throw refusal('The file is no text.', fix.binary)
  return text
}

/** Decodes UTF-8 and drops a byte order mark. */
function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  }
  catch {
    throw refusal('The file is not in UTF-8.', 'Save it in that encoding.')
  }
}

function unreadable(error: NodeJS.ErrnoException): never {
  const problem = REASONS[error.code ?? '']
  throw problem ? refusal(...problem) : error
}

const REASONS: Record<string, [problem: string, fix: string]> = {
  ENOENT: ['There is no such file.', 'Check the path.'],
  ENOTDIR: ['There is no such file.', 'Check the path.'],
  EISDIR: ['This is a folder.', 'Give the files in it, as in folder/*.md.'],
  EACCES: ['The file may not be read.', 'Check its permissions.'],
  EPERM: ['The file may not be read.', 'Check its permissions.'],
}

function refusal(problem: string, fix: string): ImportError {
  return new ImportError([{ line: 1, problem, fix }])
}
