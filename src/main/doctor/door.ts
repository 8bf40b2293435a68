import { createServer } from 'node:net'
import type { TlsFiles } from '../../config/hubSchema.ts'
import { readTls, tlsEnds } from '../../config/tlsFiles.ts'
import { doubtful, type Examination, ill, well } from './finding.ts'

/** Looks at the address where the hub is to answer: whether it is free. */
export function examineDoor(host: string, port: number): Examination {
  return {
    name: 'door',
    async look() {
      const failure = await tryToListen(host, port)
      const place = `${host}:${port}`
      if (failure === null) return [well(`${place} is free`)]
      if (failure === 'EADDRINUSE')
        return [doubtful(`${place} is taken`, 'well if it is the hub that runs already; else choose another port')]
      if (failure === 'EACCES')
        return [ill(`${place} may not be bound`, 'take a port from 1024 on, or give the account the right to bind it')]
      return [ill(`${host} cannot be bound: ${failure}`, 'give an address of this machine, or 0.0.0.0 for all of them')]
    },
  }
}

function tryToListen(host: string, port: number): Promise<string | null> {
  const { promise, resolve } = Promise.withResolvers<string | null>()
  const server = createServer()
  server.once('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? 'UNKNOWN'))
  server.listen({ host, port, exclusive: true }, () => server.close(() => resolve(null)))
  return promise
}

const day = 86_400_000

/** Looks at the hub's certificate: whether it fits its key, and for how long it is good. */
export function examineTls(files: TlsFiles, now: () => number = Date.now): Examination {
  return {
    name: 'TLS',
    async look() {
      try {
        const ends = tlsEnds(readTls(files))
        const days = Math.floor((ends.getTime() - now()) / day)
        const says = `the certificate is good until ${ends.toISOString().slice(0, 10)}`
        if (days < 0) return [ill(says, 'renew it: no client trusts it any more')]
        return [days < 21 ? doubtful(says, 'renew it; the hub takes the new files without a restart') : well(says)]
      } catch (error) {
        return [ill(error instanceof Error ? error.message : 'the files cannot be read', 'mend the files')]
      }
    },
  }
}
