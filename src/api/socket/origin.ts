/**
 * Whether a page may open a socket. Over HTTP a page of another site gets nothing from the hub, since no answer allows it to read one; browsers ask for no such leave before they open a
 * socket, but say where the page is from. No origin: not a browser, whose token is all there is to go by, as over HTTP.
 */
export function isOwnOrigin(origin: string | undefined, host: string | undefined): boolean {
  if (origin === undefined) return true
  if (host === undefined || !/^https?:\/\//i.test(origin) || !URL.canParse(origin)) return false
  const { protocol, host: page } = new URL(origin)
  // Read alike, so that a port which goes without saying counts as said.
  return URL.canParse(`${protocol}//${host}`) && new URL(`${protocol}//${host}`).host === page
}
