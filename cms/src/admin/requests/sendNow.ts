/** The browser's own `fetch`, for the requests that all others wait for. */
export const sendNow: typeof fetch = typeof window === 'undefined' ? fetch : window.fetch.bind(window)
