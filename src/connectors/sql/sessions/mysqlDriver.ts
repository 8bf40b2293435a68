import type { Socket } from 'node:net'
import driver from 'mysql2'

/** What the driver makes of one packet; no part of its public interface, so it is looked at here only. */
interface DriverPacket {
  readonly sequenceId: number
}

/** What the driver keeps of a connection. */
interface DriverConnection {
  readonly stream: Socket
  /** The number that the next packet must have. */
  readonly sequenceId: number
  /** The command that packets are for; none between commands. */
  readonly _command?: unknown
  on(event: 'error', listener: () => void): void
  /** Without a packet: begins the next command. */
  handlePacket(packet?: DriverPacket): void
}

interface PacketReader {
  readLengthCodedNumberExt(tag: number | undefined, ...more: unknown[]): unknown
}

/** The largest first byte of a number. */
const longestTag = 0xfe

let isTame = false
let isGuarded = false

/**
 * Makes every connection of the driver one that can only fail by itself. Left alone the driver prints what is wrong with a server's bytes on our standard error, goes on reading
 * packets that are out of order, and emits errors that nobody listens for, which end the process. Idempotent.
 */
export function tameDriver(): void {
  if (isTame) return
  isTame = true
  const { prototype } = (driver as unknown as { readonly Connection: { readonly prototype: DriverConnection } }).Connection
  const handle = prototype.handlePacket
  const known = new WeakSet<DriverConnection>()
  prototype.handlePacket = function (this: DriverConnection, packet?: DriverPacket): void {
    if (!known.has(this)) {
      known.add(this)
      this.on('error', () => {})
    }
    if (packet !== undefined) refuseWrongTags(packet)
    if (packet === undefined || (this._command && packet.sequenceId === this.sequenceId)) handle.call(this, packet)
    else this.stream.destroy(new Error('the server does not keep to the protocol'))
  }
}

/** Reading a number where there is none throws, as it does anyway, but prints no trace before. The class is within reach only through one of its packets. */
function refuseWrongTags(packet: DriverPacket): void {
  if (isGuarded) return
  isGuarded = true
  const prototype = Object.getPrototypeOf(packet) as PacketReader
  const read = prototype.readLengthCodedNumberExt
  prototype.readLengthCodedNumberExt = function (tag, ...more) {
    if (tag === undefined || tag > longestTag) throw new Error('there is no number here')
    return read.call(this, tag, ...more)
  }
}
