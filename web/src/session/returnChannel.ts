/** By which the window that the issuer sent back tells the desk. Only pages of the hub's own origin hear it. */
export const returnChannel = 'comity-sign-in'
