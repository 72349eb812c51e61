/** `fetch` as the browser has it: for the requests that everything else waits for. */
export const sendNow: typeof fetch = typeof window === 'undefined' ? fetch : window.fetch.bind(window)
