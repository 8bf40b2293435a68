import crypto from 'node:crypto'
import { syncBuiltinESMExports } from 'node:module'

/** What is otherwise different each time, brought to a stand. */
export interface Stillness {
  /** Starts the random bytes anew, so that two questions draw the same ones. */
  restart(): void
  /** Gives clock and chance back. */
  end(): void
}

/** Noon of the day on which everything is asked. */
export const noon = Date.parse('2026-06-15T12:00:00Z')

/**
 * Stops the clock at noon and draws random bytes from a seed, for the whole process: two answers can then be compared byte by byte, with their instants,
 * latencies, nonces and references in them, and nothing has to be left out of the comparison.
 */
export function beStill(): Stillness {
  const { Date: clock } = globalThis
  const { randomBytes, randomUUID } = crypto
  const { now } = performance
  let drawn = 0
  const bytes = (size: number): Buffer => {
    drawn++
    const blocks = Array.from({ length: Math.ceil(size / 32) }, (_, i) => crypto.createHash('sha256').update(`${drawn} ${i}`).digest())
    return Buffer.concat(blocks).subarray(0, size)
  }
  globalThis.Date = class extends clock {
    constructor(...parts: readonly unknown[]) {
      if (parts.length === 0) super(noon)
      else super(...(parts as [number]))
    }
    static override now = () => noon
  } as DateConstructor
  performance.now = () => 0
  crypto.randomBytes = ((size: number) => bytes(size)) as typeof randomBytes
  crypto.randomUUID = () =>
    bytes(16)
      .toString('hex')
      .replace(/(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-') as ReturnType<typeof randomUUID>
  syncBuiltinESMExports()
  return {
    restart: () => {
      drawn = 0
    },
    end: () => {
      globalThis.Date = clock
      performance.now = now
      Object.assign(crypto, { randomBytes, randomUUID })
      syncBuiltinESMExports()
    },
  }
}
