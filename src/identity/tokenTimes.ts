/** No token is good for longer than this after it was issued, whatever it says of itself. */
export const longestLifeSeconds = 12 * 3600

/** How far an issuer's clock may be from the hub's. */
export const clockToleranceSeconds = 5
