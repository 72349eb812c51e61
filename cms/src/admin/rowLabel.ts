/** Labels the rows of an array or block by the first of the fields that has a value. */
export function rowLabel(...fields: string[]) {
  return { RowLabel: component(fields) }
}

/** The same for a kind of section, beside the name of the kind. */
export function blockLabel(kind: string, ...fields: string[]) {
  return { Label: { ...component(fields), clientProps: { fields, kind } } }
}

function component(fields: string[]) {
  return { path: '/admin/RowLabel.tsx#RowLabel', clientProps: { fields } }
}
