/**
 * Returns a sentence about a failure whose cause its output reveals. Plain JavaScript, because run.mjs needs it before
 * there is a Node that reads TypeScript.
 *
 * @param {string} output
 * @returns {string | undefined} undefined if the cause is unknown
 */
export function explain(output) {
  // pnpm breaks its lines at 80 characters.
  const text = output.replaceAll(/\s+/g, ' ')
  return CAUSES.find(([pattern]) => pattern.test(text))?.[1]
}

/** @type {[RegExp, string][]} */
const CAUSES = [
  [
    /ENOSPC|no space left on device|database or disk is full/i,
    'The disk is full: free some space (installing and building takes about 3 GB) and run this again.',
  ],
  [
    /EDQUOT|disk quota exceeded/i,
    'The disk quota is used up: free some space (installing and building takes about 3 GB) and run this again.',
  ],
  [
    /EROFS|read-only file system/i,
    'This folder is on a read-only file system: put the checkout, and DATA_DIR, where they can be written to.',
  ],
  [
    /EACCES|EPERM|permission denied/i,
    'A file or folder may not be written: see its name above, and give the checkout and DATA_DIR to the user who runs this.',
  ],
  [
    /ENOTFOUND|EAI_AGAIN|ENETUNREACH|ECONNREFUSED|ECONNRESET|ETIMEDOUT|dns error|error sending request|network (?:request|is unreachable)/i,
    'The package registry cannot be reached: check the network (and the proxy, if there is one) and run this again.',
  ],
  [/spawn npm ENOENT/, 'npm is not on the PATH: install it with Node (https://nodejs.org).'],
  [
    /heap out of memory|ENOMEM|cannot allocate memory|SIGKILL/i,
    'The machine ran out of memory: building takes about 3 GB.',
  ],
  [/EMFILE|too many open files/i, 'Too many files are open: raise the limit (ulimit -n 4096) and run this again.'],
]
