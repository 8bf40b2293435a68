import { readdirSync, readFileSync, readlinkSync } from 'node:fs'

/**
 * Sockets of this process that are connected to a port of this machine, from the kernel's own table: one that was ended but never closed counts too, whatever
 * library holds it.
 */
export function openSocketsTo(port: number): number {
  const own = new Set(readdirSync('/proc/self/fd').flatMap(inodeOf))
  const wanted = port.toString(16).toUpperCase().padStart(4, '0')
  const lines = ['tcp', 'tcp6'].flatMap((table) => readFileSync(`/proc/self/net/${table}`, 'utf8').trim().split('\n').slice(1))
  return lines.filter((line) => {
    const columns = line.trim().split(/\s+/)
    return columns[2]?.endsWith(`:${wanted}`) === true && own.has(columns[9] ?? '')
  }).length
}

function inodeOf(descriptor: string): readonly string[] {
  try {
    const [, inode] = /^socket:\[(\d+)\]$/.exec(readlinkSync(`/proc/self/fd/${descriptor}`)) ?? []
    return inode === undefined ? [] : [inode]
  } catch {
    // Closed while we looked: the descriptor of the listing itself, for one.
    return []
  }
}
