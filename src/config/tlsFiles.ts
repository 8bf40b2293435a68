import { createPrivateKey, X509Certificate } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createSecureContext } from 'node:tls'
import type { TlsFiles } from './hubSchema.ts'

/** What the files hold, in the words of Node's `tls`. */
export interface TlsMaterial {
  readonly cert: string
  readonly key: string
  /** Who signs the certificates of clients. */
  readonly ca?: string
  /** Which of them are revoked. */
  readonly crl?: string
}

/** Reads the files, and sees that they fit. Throws one sentence that names the file and holds nothing of it. */
export function readTls({ certificate, key, clients }: TlsFiles): TlsMaterial {
  const material = {
    cert: read(certificate),
    key: read(key),
    ...(clients === undefined ? {} : { ca: read(clients.authority) }),
    ...(clients?.revoked === undefined ? {} : { crl: read(clients.revoked) }),
  }
  const own = certificateIn(material.cert, certificate)
  if (material.ca !== undefined && clients !== undefined) certificateIn(material.ca, clients.authority)
  if (!fits(own, material.key)) throw new Error(`${key} is not the key of ${certificate}`)
  try {
    createSecureContext(material)
  } catch {
    throw new Error(`${clients?.revoked ?? certificate} cannot be used for TLS`)
  }
  return material
}

/** All of the files, to be watched. */
export function tlsPaths({ certificate, key, clients }: TlsFiles): readonly string[] {
  return [certificate, key, clients?.authority, clients?.revoked].filter((path) => path !== undefined)
}

/** Until when the hub's certificate is good. */
export function tlsEnds({ cert }: TlsMaterial): Date {
  return new Date(new X509Certificate(cert).validTo)
}

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    throw new Error(`${path} cannot be read`)
  }
}

function certificateIn(text: string, path: string): X509Certificate {
  try {
    return new X509Certificate(text)
  } catch {
    throw new Error(`${path} is not a certificate in PEM`)
  }
}

function fits(certificate: X509Certificate, key: string): boolean {
  try {
    return certificate.checkPrivateKey(createPrivateKey(key))
  } catch {
    return false
  }
}
