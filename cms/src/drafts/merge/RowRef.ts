/** One row of an array or blocks field. */
export interface RowRef {
  id: string
  blockType?: string
}
