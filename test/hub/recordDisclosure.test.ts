import { describe, expect, it } from 'vitest'
import type { Disclosing } from '../../src/hub/recorder.ts'
import { caller } from '../support/caller.ts'
import { ledgerHub } from '../support/ledgerHub.ts'
import { memoryBureau } from '../support/memoryBureau.ts'

const rows = { Notice: [{ key: 'n-1', kind: 'RED', issuedOn: '2026-01-01', number: '1' }] }
const read: Disclosing = {
  caller: caller({ personRef: 'XZ-OFFICER-ONE', bureau: 'XZ' }, { kind: 'INVESTIGATION', case: 'XZ-2026-0001' }),
  policies: () => ({}),
  sources: () => [],
  given: () => [{ owner: 'XA', type: 'Notice', selected: ['number', 'kind'], below: { kind: 'none' }, rules: ['R'], keys: ['n-1'] }],
}
const file = { by: 'ATTACHMENT', digest: 'a'.repeat(64), bytes: 4096 } as const
const question = `{ disclosures(first: 5) { nodes { kind readerBureau { code } purpose recordType records fields { field level } rules } } }`
const acts = '{ myDisclosures(first: 5) { nodes { kind gifts: given { recordType records } } } }'

describe('what leaves otherwise than as an answer', () => {
  it('is on record before it may leave, under names, for its owner and for who took it', async () => {
    using hub = ledgerHub([memoryBureau('XA', { rows })])
    await hub.hub.recordDisclosure(read, '0'.repeat(32), file)
    const entry = hub.stored().find(({ given }) => given !== undefined)
    expect(entry).toMatchObject({ given: file, trace: '0'.repeat(32), case: 'XZ-2026-0001', disclosed: [{ owner: 'XA', rules: ['R'] }] })
    expect(JSON.stringify(entry)).not.toMatch(/n-1|OFFICER-ONE/)
    const owner = caller({ bureau: 'XA', personRef: 'XA-1', roles: ['AUDITOR'] }, { kind: 'AUDIT', case: null })
    expect((await hub.ask(question, {}, owner)).data).toMatchObject({
      disclosures: {
        nodes: [
          {
            kind: 'READ',
            readerBureau: { code: 'XZ' },
            recordType: 'Notice',
            records: [expect.any(String)],
            fields: [
              { field: 'number', level: 'FULL' },
              { field: 'kind', level: 'NONE' },
            ],
            rules: ['R'],
          },
        ],
      },
    })
    expect((await hub.ask(acts, {}, read.caller)).data).toMatchObject({
      myDisclosures: { nodes: [{ kind: 'DISCLOSURE', gifts: [{ recordType: 'Notice', records: [expect.any(String)] }] }] },
    })
  })

  it('may not leave when it cannot be put on record', async () => {
    const hub = ledgerHub([memoryBureau('XA', { rows })])
    hub[Symbol.dispose]()
    await expect(hub.hub.recordDisclosure(read, '0'.repeat(32), file)).rejects.toMatchObject({ code: 'AUDIT_UNAVAILABLE' })
  })
})
