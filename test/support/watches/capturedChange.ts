import type { Change } from '../../../src/model/change.ts'
import { type Row, sketchOf } from '../alerts/liveServer.ts'
import type { MemoryBureau } from '../memoryBureau.ts'

/** Makes a record this row (null: takes it away) in its bureau's system, and gives what capture tells of it. */
export function capturedChange(bureau: MemoryBureau, type: string, key: string, row: Omit<Row, 'key'> | null, version: string): Change {
  const rows = bureau.rows[type] ?? []
  const known = (rows.find((one) => one['key'] === key) as Row | undefined) ?? null
  const now = row === null ? null : ({ ...row, key } as Row)
  bureau.rows = { ...bureau.rows, [type]: [...rows.filter((one) => one['key'] !== key), ...(now === null ? [] : [now])] }
  const sketch = (one: Row | null) => (one === null ? null : sketchOf(bureau, type, one))
  return {
    bureau: bureau.source.profile.code,
    type,
    key,
    kind: now === null ? 'DELETED' : known === null ? 'CREATED' : 'CHANGED',
    version,
    occurredAt: null,
    late: false,
    before: sketch(known),
    after: sketch(now),
  }
}
