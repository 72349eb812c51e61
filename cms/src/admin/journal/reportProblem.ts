import { toast } from '@payloadcms/ui'

/** Says, once in a window, that the browser stores no copy of what the user types. */
export function reportProblem(error: unknown): void {
  console.error('The journal cannot be written.', error)
  if (isReported)
    return
  isReported = true
  toast.warning('This browser keeps no copy of words that are not saved yet.', {
    description: isFull(error)
      ? 'Its storage is full. You can go on typing; wait until all is saved before you close the window.'
      : 'It may be in private mode, or refuse to store anything. You can go on typing; wait until all is saved before you close the window.',
    duration: Infinity,
    closeButton: true,
  })
}

let isReported = false

function isFull(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'QuotaExceededError'
}
