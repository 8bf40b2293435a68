import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** What a certificate is to say. */
export interface CertificateRequest {
  /** Host names it is for. Default: `localhost`. */
  readonly hosts?: readonly string[]
  /** Days from now until it ends; a negative number: since when it has ended. Default 2. */
  readonly days?: number
  /** Signed by itself and not by the authority. Default: by the authority. */
  readonly selfSigned?: boolean
}

/** Files of a certificate and its key, and their contents. */
export interface Certificate {
  readonly certFile: string
  readonly keyFile: string
  readonly cert: Buffer
  readonly key: Buffer
}

/** An authority of a test's own, as bureaus have them. */
export interface Authority {
  /** Its certificate, PEM. */
  readonly caFile: string
  issue(name: string, request?: CertificateRequest): Certificate
  remove(): void
}

/** Makes one with openssl, in a folder of its own. */
export function makeAuthority(): Authority {
  const folder = mkdtempSync(join(tmpdir(), 'comity-tls-'))
  const file = (name: string) => join(folder, name)
  const openssl = (...args: readonly string[]) => execFileSync('openssl', args, { cwd: folder, stdio: 'pipe' })
  const newKey = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes']
  openssl('req', '-x509', ...newKey, '-keyout', 'ca.key', '-out', 'ca.pem', '-subj', '/CN=Authority of a test', '-days', '2')
  return {
    caFile: file('ca.pem'),
    issue(name, { hosts = ['localhost'], days = 2, selfSigned = false } = {}) {
      writeFileSync(file(`${name}.ext`), `subjectAltName=${hosts.map((host) => `DNS:${host}`).join()}\n`)
      openssl('req', ...newKey, '-keyout', `${name}.key`, '-out', `${name}.csr`, '-subj', `/CN=${name}`)
      const by = selfSigned ? ['-signkey', `${name}.key`] : ['-CA', 'ca.pem', '-CAkey', 'ca.key', '-CAcreateserial']
      openssl('x509', '-req', '-in', `${name}.csr`, ...by, '-extfile', `${name}.ext`, '-days', String(days), '-out', `${name}.pem`)
      const [certFile, keyFile] = [file(`${name}.pem`), file(`${name}.key`)]
      return { certFile, keyFile, cert: readFileSync(certFile), key: readFileSync(keyFile) }
    },
    remove: () => rmSync(folder, { recursive: true }),
  }
}
