import { createHmac, createSecretKey, hkdfSync } from 'node:crypto'
import { SealedChanges } from '../alerts/sealedChanges.ts'
import type { NativeRow } from '../connectors/connector.ts'
import type { Change, RecordSketch } from '../model/change.ts'
import type { BureauSource } from '../records/bureauSource.ts'
import type { HeldSources } from '../records/held/heldSources.ts'
import type { NewChangeRow } from '../store/changes/changeRows.ts'

/** What kept records of one type are made ready for the log of changes with. */
export interface ChangeWriting {
  readonly sealChange: (change: Change) => NewChangeRow
  /** What is kept of a state of a record of this owner; null where its owner is no member any more. */
  readonly sketchOf: (owner: string, row: NativeRow) => RecordSketch | null
}

/** `secret`: of the log of changes. */
export function changeWriting(type: string, secret: Uint8Array, held: HeldSources, sources: () => readonly BureauSource[]): ChangeWriting {
  const changes = new SealedChanges(secret)
  const key = createSecretKey(Buffer.from(hkdfSync('sha256', secret, '', 'comity held sketch', 32)))
  const digest = (text: string) => createHmac('sha256', key).update(text).digest('base64url').slice(0, 8)
  return {
    sealChange: (change) => changes.seal(change),
    sketchOf(owner, row) {
      const members = sources()
      const own = members.find(({ profile }) => profile.code === owner)
      return own === undefined ? null : held.sketchOf(type, row, own, members, digest)
    },
  }
}
