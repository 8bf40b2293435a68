import type { Logger } from 'pino'
import type { Server, ServerOptions } from '../api/server.ts'
import type { Environment } from '../config/environment.ts'
import { readTls, type TlsMaterial, tlsPaths } from '../config/tlsFiles.ts'

/** What the server is given for its door. */
export interface Door {
  readonly options: Pick<ServerOptions, 'tls' | 'certificates'>
  /** Files of it, to be watched. */
  readonly files: readonly string[]
  /** Has new connections made by what the files say now. Mistakes are logged, and change nothing. */
  renew(server: Pick<Server, 'renewTls'>): void
}

/** The door by the settings. Throws one sentence when its files do not fit. */
export function openDoor(tls: Environment['tls'], log: Pick<Logger, 'info' | 'error'>): Door {
  if (tls === null) return { options: {}, files: [], renew: () => {} }
  let inForce: TlsMaterial = readTls(tls)
  const { clients } = tls
  const clientsShow = clients === undefined ? null : clients.required ? 'required' : 'welcome'
  return {
    options: { tls: { ...inForce, clients: clientsShow }, ...(clients === undefined ? {} : { certificates: clients.bureaus }) },
    files: tlsPaths(tls),
    renew(server) {
      try {
        const found = readTls(tls)
        if (JSON.stringify(found) === JSON.stringify(inForce)) return
        server.renewTls(found)
        inForce = found
        log.info('the certificate, or what is said of those of clients, has changed: new connections are made by it')
      } catch (error) {
        const reason = error instanceof Error ? error.message : 'unknown'
        log.error({ reason }, 'files of TLS are not taken: what was in force stays so')
      }
    },
  }
}
