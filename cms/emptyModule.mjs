/** Replaces a file by an empty module. */
export default function emptyModule() {
  return ''
}
