-- The outbox of a SQLite database, written by triggers in the transaction of the change itself.
-- "comity outbox ddl" prints this with the triggers for each table. It can be run again. Rows older than a week may be deleted.
create table if not exists comity_outbox (
  seq integer primary key autoincrement,
  at text not null default (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')),
  source text not null,
  record_key text,
  kind text not null
);
