/** The address to which open forms report. */
export const PRESENCE_PATH = '/api/presence'
