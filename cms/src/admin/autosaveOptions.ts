/** Returns the options with which Payload’s autosave submits the form of a document. */
export function autosaveOptions(collection: string, id: number | string) {
  return {
    acceptValues: { overrideLocalChanges: false },
    action: `/api/${collection}/${id}?autosave=true&draft=true&depth=0&fallback-locale=null`,
    context: { getDocPermissions: false, incrementVersionCount: false },
    disableFormWhileProcessing: false,
    disableSuccessStatus: true,
    method: 'PATCH',
    overrides: { _status: 'draft' },
    skipValidation: true,
  }
}
