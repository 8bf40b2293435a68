-- The outbox of a PostgreSQL database (13 or later), written by triggers in the transaction of the change itself.
-- "comity outbox ddl" prints this with the triggers for each table; run it as the owner of the tables. It can be run again.
-- The hub's role needs SELECT on the table, nothing else. Rows older than a week may be deleted.
create table if not exists comity_outbox (
  seq bigint generated always as identity,
  -- The transaction that wrote the row: it tells the hub what a look showed and what came after, however late the commit.
  xid xid8 not null default pg_current_xact_id(),
  at timestamptz not null default clock_timestamp(),
  source text not null,
  -- Null: all rows of the source went at once.
  record_key text,
  kind text not null check (kind in ('I', 'U', 'D', 'T')),
  primary key (xid, seq)
);

do $comity$
declare
  place text;
begin
  select format('%I.%I', n.nspname, c.relname) into place
    from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.oid = 'comity_outbox'::regclass;
  -- Writes with its owner's rights, so that those who write records need none on the outbox.
  -- Arguments: source, column, 'record' or 'child' or 'through'; with 'through' the parent's table, its column and its key.
  execute format($function$
    create or replace function comity_outbox_note() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $body$
    declare
      before text;
      after text;
    begin
      if tg_op = 'TRUNCATE' then
        insert into %1$s (source, record_key, kind) values (tg_argv[0], null, 'T');
        return null;
      end if;
      if tg_op <> 'INSERT' then before := to_jsonb(old) ->> tg_argv[1]; end if;
      if tg_op <> 'DELETE' then after := to_jsonb(new) ->> tg_argv[1]; end if;
      if tg_argv[2] = 'record' then
        if before is not null and before is distinct from after then
          insert into %1$s (source, record_key, kind) values (tg_argv[0], before, 'D');
        end if;
        if after is not null then
          insert into %1$s (source, record_key, kind) values (tg_argv[0], after, case when tg_op = 'INSERT' then 'I' else 'U' end);
        end if;
      elsif tg_argv[2] = 'child' then
        insert into %1$s (source, record_key, kind)
          select tg_argv[0], k, 'U' from (values (before) union values (after)) as keys (k) where k is not null;
      else
        execute format('insert into %1$s (source, record_key, kind) select $1, cast(p.%%I as text), ''U'' from %%s p where cast(p.%%I as text) = any ($2)',
          tg_argv[5], tg_argv[3], tg_argv[4]) using tg_argv[0], array_remove(array[before, after], null);
      end if;
      return null;
    end
    $body$ $function$, place);
end
$comity$;
