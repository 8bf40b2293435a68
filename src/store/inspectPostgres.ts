import pg from 'pg'

/** What a database says of itself. */
export interface PostgresFacts {
  /** As `server_version_num`: 150004 for 15.4. */
  readonly version: number
  /** Whether the account may make tables in the first schema of its search path. */
  readonly mayCreate: boolean
  /** A standby takes no writes. */
  readonly isStandby: boolean
  /** Without it, what was acknowledged may be lost in a power cut. */
  readonly fsync: boolean
  /** Whether this connection is encrypted. */
  readonly encrypted: boolean
  /** How far its clock is ahead of this machine's, in milliseconds, to within half the way there and back. */
  readonly aheadMs: number
  /** How many more sessions it takes. */
  readonly sessionsLeft: number
}

/** Asks a database about itself; changes nothing. Rejects when it does not answer within `patienceMs`. */
export async function inspectPostgres(url: string, patienceMs = 5000): Promise<PostgresFacts> {
  const patience = { connectionTimeoutMillis: patienceMs, query_timeout: patienceMs }
  const client = new pg.Client({ connectionString: url, ...patience, application_name: 'comity doctor' })
  client.on('error', () => {})
  try {
    await client.connect()
    const { rows } = await client.query<Record<string, unknown>>(`
      SELECT current_setting('server_version_num')::int AS version,
             coalesce(has_schema_privilege(current_schema(), 'CREATE'), false) AS may_create,
             pg_is_in_recovery() AS is_standby,
             current_setting('fsync') = 'on' AS fsync,
             coalesce((SELECT ssl FROM pg_stat_ssl WHERE pid = pg_backend_pid()), false) AS encrypted,
             current_setting('max_connections')::int - (SELECT count(*) FROM pg_stat_activity)::int AS sessions_left`)
    const before = Date.now()
    const clock = await client.query<{ now: string }>('SELECT extract(epoch FROM clock_timestamp()) * 1000 AS now')
    const facts = rows[0] ?? {}
    return {
      version: Number(facts['version']),
      mayCreate: facts['may_create'] === true,
      isStandby: facts['is_standby'] === true,
      fsync: facts['fsync'] === true,
      encrypted: facts['encrypted'] === true,
      aheadMs: Math.round(Number(clock.rows[0]?.now) - (before + Date.now()) / 2),
      sessionsLeft: Number(facts['sessions_left']),
    }
  } finally {
    await client.end().catch(() => {})
  }
}
