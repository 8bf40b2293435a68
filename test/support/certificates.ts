import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
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
  /** A list of the certificates that it takes back, those that it took back before among them: a file, PEM. */
  revoke(...certificates: readonly Certificate[]): string
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
    revoke(...certificates) {
      writeFileSync(file('crl.cnf'), '[ca]\ndefault_ca=own\n[own]\ndatabase=index.txt\ncrlnumber=crlnumber\ndefault_md=sha256\n')
      if (!existsSync(file('index.txt'))) writeFileSync(file('index.txt'), '')
      if (!existsSync(file('crlnumber'))) writeFileSync(file('crlnumber'), '01\n')
      const by = ['ca', '-config', 'crl.cnf', '-keyfile', 'ca.key', '-cert', 'ca.pem']
      for (const { certFile } of certificates) openssl(...by, '-revoke', certFile)
      openssl(...by, '-gencrl', '-crldays', '2', '-out', 'crl.pem')
      return file('crl.pem')
    },
    remove: () => rmSync(folder, { recursive: true }),
  }
}
