import type { RecordSketch } from '../model/change.ts'
import type { RecordRef } from '../model/record.ts'
import { type FreshReading, readStanding, type Standing, sketchOf } from '../plan/standing.ts'
import type { WatchRecords } from '../store/watches.ts'
import { type LookParts, matchOf } from './changeLook.ts'
import { MatchMemory } from './matchMemory.ts'
import type { Watch } from './watch.ts'

/** Records that a watch may have found at most. */
export const mostFound = 1000

/** What a watch finds now. */
export function readWatch({ question }: Pick<Watch, 'question'>, context: FreshReading): Promise<Standing> {
  return readStanding(question, mostFound, context)
}

/**
 * Reads a watch anew, when what happened since it was last looked at is not known. Gives what is to be told, all of it late, and what is to be written; `silent`: a bureau did not answer, so
 * that it is to be read again.
 */
export async function rereadWatch(watch: Watch, reading: string, parts: LookParts & { readonly records: WatchRecords }) {
  const { ground, sealed, signal, records } = parts
  using opened = ground.begin(ground.callerOf(watch), signal, () => {})
  const standing = await readWatch(watch, opened.context)
  const memory = new MatchMemory(records)
  const known = new Set(records.foundBy(watch.id).map(hex))
  const isNew = (ref: RecordRef) => !known.has(hex(sealed.record(ref)))
  const matches = []
  let silent = standing.silent.length > 0
  for (const ref of standing.refs.filter(isNew)) {
    const sketch: RecordSketch | null | 'silent' = await sketchOf(ref, (text) => sealed.text(text), opened.context)
    if (sketch === 'silent') silent = true
    if (sketch === null || sketch === 'silent') continue
    const version = sealed.version(watch.id, ref, `reading ${reading}`)
    matches.push(matchOf(watch, ref, { version, sketch, late: true, at: null }))
    memory.found(watch.id, sealed.record(ref))
  }
  // What a bureau that is silent holds, or what there is beyond the bound, may satisfy it as before.
  if (!silent && !standing.more) {
    const now = new Set(standing.refs.map((ref) => hex(sealed.record(ref))))
    for (const record of known) if (!now.has(record)) memory.lost(watch.id, Buffer.from(record, 'hex'))
  }
  return { matches, silent, moved: memory.moved }
}

function hex(digest: Uint8Array): string {
  return Buffer.from(digest).toString('hex')
}
