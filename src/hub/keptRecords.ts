import type { NativeRow } from '../connectors/connector.ts'
import { operationMapping, operationRow, operationType } from '../jointOperations/operationMapping.ts'
import { SealedOperations } from '../jointOperations/sealedOperations.ts'
import type { Catalogue } from '../model/catalogue.ts'
import { noticeMapping, noticeRow, noticeType } from '../notices/noticeMapping.ts'
import { SealedNotices } from '../notices/sealedNotices.ts'
import { HeldSources } from '../records/held/heldSources.ts'
import type { HeldRecord, HeldSystem } from '../records/held/heldSystem.ts'
import { requestMapping, requestType, rowOf } from '../requests/heldMapping.ts'
import { SealedRequests } from '../requests/sealedRequests.ts'
import type { HeldRow, HeldRows } from '../store/held/heldRows.ts'

/** What the hub keeps for its members, of whichever type, as sources. `secret`: under which it is sealed. */
export function keptRecords(rows: HeldRows, secret: Uint8Array, catalogue: Catalogue): HeldSources {
  const requests = new SealedRequests(secret)
  const notices = new SealedNotices(secret)
  const operations = new SealedOperations(secret)
  const openers: Readonly<Record<string, (row: HeldRow) => NativeRow>> = {
    [requestType]: (row) => rowOf(requests.request(row)),
    [noticeType]: (row) => noticeRow(notices.notice(row)),
    [operationType]: (row) => operationRow(operations.operation(row)),
  }
  const opened = (row: HeldRow): HeldRecord => {
    const { standing } = row
    const open = openers[standing.type]
    if (open === undefined) throw new Error(`the hub keeps records of a type that it does not know: ${standing.type}`)
    return { owner: standing.owner, type: standing.type, row: open(row), place: standing }
  }
  const system: HeldSystem = {
    find: async (question) => (await rows.find(question)).map(opened),
    get: async (keys) => (await rows.getAll(keys)).map(opened),
    owners: () => rows.owners(),
  }
  return new HeldSources({ system, catalogue, mapping: { types: { ...requestMapping, ...noticeMapping, ...operationMapping } } })
}
