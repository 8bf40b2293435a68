import { AuditLog } from '../../../src/audit/auditLog.ts'
import type { Connector } from '../../../src/connectors/connector.ts'
import { openConnector } from '../../../src/connectors/open.ts'
import { Hub } from '../../../src/hub.ts'
import { Link } from '../../../src/links/link.ts'
import { RowProblems } from '../../../src/records/rowProblems.ts'
import type { DeliverySettings } from '../../../src/requests/dispatcher.ts'
import { Store } from '../../../src/store/store.ts'
import { bureauProfile } from '../bureauProfile.ts'
import { catalogue } from '../catalogue.ts'
import { compiledPolicy } from '../compiledPolicy.ts'
import { patientLimits } from '../limits.ts'

const open = `
  - { id: R1, title: those who are asked, on: AssistanceRequest, record: listed, to: any, for: any, when: 'caller.country in record.requestedBureaus && record.state != "DRAFT"' }
  - { id: R2, title: what is asked, on: AssistanceRequest, fields: [kind, state, question, requestedBureaus, sentAt], level: full, to: any, for: any }`

/** A system without a record, and without an inbox. */
const nothing: Connector = {
  capabilities: () => ({ filters: () => false, orders: () => false, pageRows: null, resultRows: null }),
  find: async () => ({ rows: [], next: null, capped: false }),
  get: async () => new Map(),
  describe: async () => null,
  health: async () => {},
  close: async () => {},
}

/** A hub of two bureaus over a data folder (null: in memory): XA asks, and XB's own system takes requests at an address. */
export async function deliveringHub(
  dataDir: string | null,
  inbox: { readonly url: string; readonly receiptKey: string },
  delivery: DeliverySettings = {},
  onFault: (error: unknown) => void = () => {},
) {
  const options = { kind: 'rest', url: inbox.url, inbox: { path: '/inbox', receiptKey: inbox.receiptKey }, connections: 16, sources: {} }
  const connector = await openConnector(options, { folder: '/' })
  const limits = { ...patientLimits, deadlineMs: 1000, concurrency: 16 }
  const memberOf = (code: string, link: Link) => {
    const source = {
      profile: bureauProfile(code),
      limits,
      link,
      mappings: new Map(),
      policy: compiledPolicy(code, open),
      problems: new RowProblems(),
    }
    return { profile: source.profile, source }
  }
  const silent = new Link('XA', nothing, limits)
  const store = new Store(dataDir)
  const hub = new Hub({
    catalogue,
    members: [memberOf('XA', silent), memberOf('XB', new Link('XB', connector, limits))],
    secret: new Uint8Array(32).fill(9),
    audit: new AuditLog(
      () => {},
      () => Date.now(),
      () => {},
    ),
    store,
    office: { delivery, onFault },
  })
  return {
    hub,
    store,
    async close() {
      await hub.close()
      store.close()
    },
  }
}
