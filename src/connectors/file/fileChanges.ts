import { isDeepStrictEqual } from 'node:util'
import type { NativeRow } from '../connector.ts'
import type { ChangesQuery, NativeChange, NativeChanges } from '../nativeChange.ts'
import type { Snapshot } from './fileIndex.ts'
import { pause } from './inTurns.ts'

/** What was last told of a source, so that the next answer can name the rows that differ. */
export class FileChanges {
  readonly #told = new Map<string, { readonly mark: string; readonly children: string; readonly byKey: ReadonlyMap<string, NativeRow> }>()

  /**
   * New and changed files, as the rows that differ. After a restart, or when files of a child table changed, it is only known that something did: everything is to be
   * compared.
   */
  async since({ read, since }: ChangesQuery, now: Snapshot, children: readonly Snapshot[], signal: AbortSignal): Promise<NativeChanges> {
    const name = JSON.stringify([read.source, read.key])
    const before = this.#told.get(name)
    const marks = children.map(({ mark }) => mark).join()
    const checkpoint = JSON.stringify([now.mark, marks])
    this.#told.set(name, { mark: now.mark, children: marks, byKey: now.byKey })
    const answer = { changes: [], checkpoint, more: false, compare: false, gap: false }
    if (since === null || since === checkpoint) return answer
    const isKnown = before !== undefined && since === JSON.stringify([before.mark, before.children]) && before.children === marks
    return isKnown ? { ...answer, changes: await differences(before.byKey, now.byKey, signal) } : { ...answer, compare: true }
  }
}

/** Rows of a file that did not change are the same objects. */
async function differences(
  before: ReadonlyMap<string, NativeRow>,
  now: ReadonlyMap<string, NativeRow>,
  signal: AbortSignal,
): Promise<readonly NativeChange[]> {
  const changes: NativeChange[] = []
  let i = 0
  for (const [key, row] of now) {
    await pause(i++, signal)
    const known = before.get(key)
    if (known === undefined) changes.push({ key, kind: 'CREATED', at: null })
    else if (known !== row && !isDeepStrictEqual(known, row)) changes.push({ key, kind: 'CHANGED', at: null })
  }
  for (const key of before.keys()) if (!now.has(key)) changes.push({ key, kind: 'DELETED', at: null })
  return changes
}
