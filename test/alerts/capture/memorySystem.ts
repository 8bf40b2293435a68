import type { Connector, ConnectorError, NativeRow } from '../../../src/connectors/connector.ts'

/** A system in memory that can be asked nothing but everything. */
export class MemorySystem {
  readonly rows = new Map<string, NativeRow>()
  fault: ConnectorError | null = null
  asked = 0

  readonly connector: Connector = {
    capabilities: () => ({ filters: () => false, orders: () => false, pageRows: null, resultRows: null }),
    find: async () => {
      this.asked++
      if (this.fault !== null) throw this.fault
      return { rows: [...this.rows.values()], next: null, capped: false }
    },
    get: async ({ keys }) => new Map(keys.flatMap((key) => (this.rows.has(key) ? [[key, this.rows.get(key) as NativeRow]] : []))),
    describe: async () => null,
    health: async () => {},
    close: async () => {},
  }

  set(id: string, title: string): void {
    this.rows.set(id, { id, title, changed_at: '2026-06-01T10:00:00Z' })
  }
}
