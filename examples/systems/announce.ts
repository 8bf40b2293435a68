import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'

/** Listens on loopback, prints one line once ready, and ends with the process that started it: a demo must not leave servers behind. */
export function announce(name: string, server: Server, port: number): void {
  server.listen(port, '127.0.0.1', () => {
    const address = server.address() as AddressInfo
    console.log(`${name} ready on http://127.0.0.1:${address.port}`)
    process.send?.({ ready: true, port: address.port })
  })
  process.once('disconnect', () => process.exit(0))
  // Ctrl-C reaches the whole group of processes; the one that started this server still drains and decides when it ends.
  if (process.send !== undefined) return void process.on('SIGINT', () => {})
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      server.close(() => process.exit(0))
      server.closeAllConnections()
    })
  }
}
