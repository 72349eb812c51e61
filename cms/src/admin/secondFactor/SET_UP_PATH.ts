/** The path below the admin on which users whose role needs a second factor set it up. */
export const SET_UP_PATH = '/second-factor'
