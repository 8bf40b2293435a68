import type { ClientBase } from 'pg'

/** Each runs once, in order, and is remembered by number. Never change one that has been released. */
const migrations: readonly string[] = [
  `create table change_log (id smallint primary key check (id = 1), epoch text not null);
   insert into change_log (id, epoch) values (1, replace(gen_random_uuid()::text, '-', ''));
   create table change_entry (
     id bigint generated always as identity primary key,
     identity bytea not null unique,
     sealed bytea not null,
     sequence bigint unique,
     logged_at bigint
   );
   create index change_entry_waiting on change_entry (id) where sequence is null;
   create function change_entry_is_kept_as_it_is() returns trigger language plpgsql as
     $$ begin raise exception 'append-only'; end $$;
   create trigger change_entry_is_kept_as_it_is before update on change_entry for each row when (old.sequence is not null)
     execute function change_entry_is_kept_as_it_is();`,
]

/** Makes the log's tables, or brings them up to date; nodes that start together wait for one another. */
export async function migrateChanges(client: ClientBase): Promise<void> {
  await client.query('begin')
  try {
    await client.query("select pg_advisory_xact_lock(hashtext('comity change log tables'))")
    await client.query('create table if not exists change_migration (number int primary key)')
    const { rows } = await client.query('select coalesce(max(number), 0) as done from change_migration')
    const done = Number((rows as readonly Record<string, unknown>[])[0]?.['done'] ?? 0)
    if (done > migrations.length) throw new Error('the change log was written by a newer version of Comity')
    for (const [at, statements] of migrations.entries()) {
      if (at < done) continue
      await client.query(statements)
      await client.query('insert into change_migration (number) values ($1)', [at + 1])
    }
    await client.query('commit')
  } catch (error) {
    await client.query('rollback').catch(() => {})
    throw error
  }
}
