/** Why a socket is closed (RFC 6455, 7.4; graphql-transport-ws). `docs/live.md` says what a client does about each. */
export const closeCodes = {
  /** The node shuts down. */
  goingAway: 1001,
  /** Sent by the WebSocket layer itself: a message is longer than a message may be. */
  tooLong: 1009,
  /** More sockets than there may be. */
  tryAgainLater: 1013,
  badRequest: 4400,
  /** No token, or none that is good. */
  unauthorized: 4401,
  /** The access has ended, or the token does not allow what was declared for the socket. */
  forbidden: 4403,
  internalError: 4500,
} as const
