import type { ClientBase } from 'pg'

/** Tables that are kept up to date together. */
export interface PostgresTables {
  /** What they are for, in two or three words; for locks and errors. */
  readonly name: string
  /** The table that remembers which of the migrations have run. */
  readonly done: string
  /** Each runs once, in order, and is remembered by number. Never change one that has been released. */
  readonly migrations: readonly string[]
}

/** Makes tables, or brings them up to date; nodes that start together wait for one another. */
export async function migratePostgres(client: ClientBase, { name, done: table, migrations }: PostgresTables): Promise<void> {
  await client.query('begin')
  try {
    await client.query('select pg_advisory_xact_lock(hashtext($1))', [`comity ${name} tables`])
    await client.query(`create table if not exists ${table} (number int primary key)`)
    const { rows } = await client.query(`select coalesce(max(number), 0) as done from ${table}`)
    const done = Number((rows as readonly Record<string, unknown>[])[0]?.['done'] ?? 0)
    if (done > migrations.length) throw new Error(`the ${name} was written by a newer version of Comity`)
    for (const [at, statements] of migrations.entries()) {
      if (at < done) continue
      await client.query(statements)
      await client.query(`insert into ${table} (number) values ($1)`, [at + 1])
    }
    await client.query('commit')
  } catch (error) {
    await client.query('rollback').catch(() => {})
    throw error
  }
}
