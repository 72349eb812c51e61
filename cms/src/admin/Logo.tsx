/** The name on the sign-in page. */
export function Logo() {
  return <span className="masthead-logo">Masthead</span>
}
