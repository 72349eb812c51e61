export function NotYetPublished() { return null }
