import { ConnectorError } from './connector.ts'

/** OpenSSL's and Node's codes for a certificate that is not accepted, by us or by the other side. */
const refused =
  /^(CERT_|UNABLE_TO_|DEPTH_ZERO_SELF_SIGNED_CERT|SELF_SIGNED_CERT_|INVALID_CA|INVALID_PURPOSE|PATH_LENGTH_EXCEEDED|HOSTNAME_MISMATCH|ERR_TLS_CERT_|ERR_SSL_|HANDSHAKE_SSL_ERROR)/

/** The fault of a connection that is not trusted, by an error's code; null for every other error. Trying again would not help: somebody has to change a certificate. */
export function tlsFault(error: unknown): ConnectorError | null {
  const code = typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : ''
  return refused.test(code) ? new ConnectorError('UNTRUSTED', 'a certificate is not accepted', { cause: error }) : null
}
