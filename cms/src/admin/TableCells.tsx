export function TableCells() { return null }
