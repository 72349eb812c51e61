/** The mark in the corner of every screen: the nameplate and the columns of a front page. */
export function Icon() {
  return (
    <svg className="masthead-icon" viewBox="0 0 20 20" width="20" height="20" role="img" aria-label="Masthead">
      <path fill="currentColor" d="M1 2h18v4H1zM1 8.5h8V18H1zM11 8.5h8v2h-8zM11 12.25h8v2h-8zM11 16h8v2h-8z" />
    </svg>
  )
}
