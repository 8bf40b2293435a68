import type { X509Certificate } from 'node:crypto'
import { TLSSocket } from 'node:tls'
import { ComityError } from '../model/errors.ts'

/** By which certificates each bureau is spoken for: DNS names of subjectAltName. A bureau without an entry may be spoken for by anybody whom its tokens are given to. */
export type CertificateNames = Readonly<Record<string, readonly string[]>>

/** Exactly the names that stand in the certificate, and never its subject (RFC 6125, 6.4.4). */
const exactly = { subject: 'never', wildcards: false } as const

/** The certificate that a connection was made with, if one was shown and an authority of ours has signed it. */
export function certificateOf(socket: unknown): X509Certificate | null {
  return socket instanceof TLSSocket && socket.authorized ? (socket.getPeerX509Certificate() ?? null) : null
}

/** Throws UNAUTHENTICATED when a bureau's tokens were brought over a connection that does not speak for it: a token that was stolen is of no use elsewhere. */
export function assertSpeaksFor(bureau: string, certificate: X509Certificate | null, names: CertificateNames): void {
  if (!Object.hasOwn(names, bureau)) return
  const speaks = certificate !== null && (names[bureau] ?? []).some((name) => certificate.checkHost(name, exactly) === name)
  if (!speaks) throw new ComityError('UNAUTHENTICATED')
}
