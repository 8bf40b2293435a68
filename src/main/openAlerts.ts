import { Broadcast } from '../alerts/broadcast.ts'
import type { Fanout } from '../alerts/fanout.ts'
import { InProcessFanout } from '../alerts/inProcessFanout.ts'
import { noFanout } from '../alerts/noFanout.ts'
import { RedisFanout } from '../alerts/redisFanout.ts'
import { StoredChangeLog } from '../alerts/storedChangeLog.ts'
import type { Environment } from '../config/environment.ts'
import { PostgresChangeRows } from '../store/changes/postgresChangeRows.ts'
import type { Store } from '../store/store.ts'

/** The log of changes, and those who follow it. */
export interface Alerts {
  readonly log: StoredChangeLog
  readonly broadcast: Broadcast
  /** Ends the streams there still are, and closes what was opened here. */
  close(): Promise<void>
}

/**
 * Opens the log where the environment says: in Postgres for the nodes of a cluster, in the hub's own store otherwise. Nodes tell each other of changes by Redis, if there is
 * one. Rejects when the log cannot be read, or was written under another secret.
 */
export async function openAlerts(
  { databaseUrl, redisUrl }: Pick<Environment, 'databaseUrl' | 'redisUrl'>,
  { store, secret }: { readonly store: Pick<Store, 'changes'>; readonly secret: Uint8Array },
): Promise<Alerts> {
  const shared = databaseUrl === null ? null : await PostgresChangeRows.open(databaseUrl)
  const fanout = fanoutOf(shared === null, redisUrl)
  const closeAll = async () => {
    await fanout.close()
    await shared?.close()
  }
  try {
    const log = await StoredChangeLog.open(shared ?? store.changes, secret)
    const broadcast = await Broadcast.open({ log, fanout, secret })
    const close = async () => {
      await broadcast.close()
      await closeAll()
    }
    return { log, broadcast, close }
  } catch (error) {
    await closeAll()
    throw error
  }
}

function fanoutOf(alone: boolean, redisUrl: string | null): Fanout {
  if (redisUrl !== null) return new RedisFanout(redisUrl)
  return alone ? new InProcessFanout() : noFanout
}
