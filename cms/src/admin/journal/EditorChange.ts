/**
 * Bubbles from a rich-text editor to its form. The editor may hold text that the form receives only half a second
 * later.
 */
export class EditorChange extends Event {
  static readonly type = 'masthead:editorchange'
  readonly path: string
  readonly read: () => unknown

  constructor(path: string, read: () => unknown) {
    super(EditorChange.type, { bubbles: true })
    this.path = path
    this.read = read
  }
}
