import type { ClientBase } from 'pg'
import { migratePostgres } from '../migratePostgres.ts'

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
export function migrateChanges(client: ClientBase): Promise<void> {
  return migratePostgres(client, { name: 'change log', done: 'change_migration', migrations })
}
