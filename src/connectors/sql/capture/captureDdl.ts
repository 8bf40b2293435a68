import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { NativeRead } from '../../connector.ts'

/** A source whose changes are to be captured, with its child tables. */
export type CapturedSource = Pick<NativeRead, 'source' | 'key' | 'children'>

/** Databases for which there are triggers. */
export type OutboxDatabase = 'postgres' | 'mysql' | 'sqlite'

/** The statements that make an outbox and the triggers that fill it. `table`: letters, digits and _, with a schema before a point or not. */
export function outboxDdl(database: OutboxDatabase, table: string, sources: readonly CapturedSource[]): string {
  if (!/^[A-Za-z_]\w*(\.[A-Za-z_]\w*)?$/.test(table)) throw new RangeError('an outbox is named by letters, digits and _')
  const base = readFileSync(join(import.meta.dirname, `${database}Outbox.sql`), 'utf8')
  const triggers = sources.flatMap((source) => triggersOf[database](table, source))
  // A table that is the child of several fields has its triggers once.
  return [base.replaceAll('comity_outbox', table), ...new Set(triggers)].join('\n')
}

/** The statements that make a publication for a slot. It stops, changing nothing, where publishing would make updates of a table fail. */
export function publicationDdl(publication: string, sources: readonly CapturedSource[]): string {
  const records = [...new Set(sources.map(({ source }) => source))]
  const children = [...new Set(sources.flatMap((source) => source.children.map((child) => child.source)))].filter(
    (one) => !records.includes(one),
  )
  const name = postgresName(publication)
  const full = children.map((child) => `alter table ${postgresName(child)} replica identity full;`)
  return `-- The publication for a logical replication slot of PostgreSQL; needs wal_level = logical, and max_slot_wal_keep_size, so that a hub that stays
-- away does not fill the disk. The hub's role needs REPLICATION, and SELECT on the tables. Run it before the hub looks for the first time.
begin;
${full.join('\n')}
do $comity$
declare
  bare text;
begin
  select string_agg(c.oid::regclass::text, ', ') into bare from pg_class c
    where c.oid in (${records.map((record) => `${literal(postgresName(record))}::regclass`).join(', ')}) and c.relreplident in ('d', 'n')
      and not (c.relreplident = 'd' and exists (select 1 from pg_index i where i.indrelid = c.oid and i.indisprimary));
  if bare is not null then
    raise exception 'without a primary key, updates of a published table fail: %', bare;
  end if;
end
$comity$;
create publication ${name} for table ${[...records, ...children].map(postgresName).join(', ')};
commit;
`
}

type Triggers = (table: string, source: CapturedSource) => readonly string[]

const triggersOf: Readonly<Record<OutboxDatabase, Triggers>> = {
  postgres: postgresTriggers,
  mysql: (table, source) => plainTriggers(table, source, mysqlName, (body) => body.join(' '), 'cast($ as char)'),
  sqlite: (table, source) => plainTriggers(table, source, sqliteName, (body) => `begin ${body.join(' ')} end;`, 'cast($ as text)'),
}

function postgresTriggers(table: string, { source, key, children }: CapturedSource): readonly string[] {
  const note = (on: string, name: string, args: readonly string[], events: string, each: 'row' | 'statement') =>
    `drop trigger if exists ${quoted(name)} on ${postgresName(on)};
create trigger ${quoted(name)} after ${events} on ${postgresName(on)} for each ${each} execute function ${table}_note(${args.map(literal).join(', ')});`
  const both = (on: string, name: string, args: readonly string[]) => [
    note(on, name, args, 'insert or update or delete', 'row'),
    note(on, `${name} truncate`, args, 'truncate', 'statement'),
  ]
  return [
    ...both(source, `comity ${source}`, [source, key, 'record']),
    ...children.flatMap((child) => {
      const name = `comity ${source} ${child.on}`
      if (child.parent === key) return both(child.source, name, [source, child.on, 'child'])
      // The function looks along no search path: the parent's full name is found now.
      const args = [source, child.on, 'through', '@parent@', child.parent, key]
      return both(child.source, name, args).map((statement) => throughDo(statement, source))
    }),
  ]
}

function throughDo(statements: string, parent: string): string {
  return `do $comity$
declare
  parent text;
begin
  select format('%I.%I', n.nspname, c.relname) into parent
    from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.oid = ${literal(postgresName(parent))}::regclass;
  execute replace($trigger$${statements}$trigger$, '@parent@', replace(parent, '''', ''''''));
end
$comity$;`
}

/** One statement for each event, as databases without functions need it. */
function plainTriggers(
  table: string,
  { source, key, children }: CapturedSource,
  name: (text: string) => string,
  body: (statements: readonly string[]) => string,
  asText: string,
): readonly string[] {
  const text = (expression: string) => asText.replace('$', () => expression)
  const into = `insert into ${table} (source, record_key, kind)`
  const said = (row: 'new' | 'old', column: string, kind: string) =>
    `${into} select ${literal(source)}, ${text(`${row}.${name(column)}`)}, '${kind}' where ${row}.${name(column)} is not null`
  const trigger = (on: string, event: string, statements: readonly string[]) => {
    const called = name(`comity ${source} ${on} ${event}`.slice(0, 64))
    return `drop trigger if exists ${called};\ncreate trigger ${called} after ${event} on ${name(on)} for each row ${body(statements.map((one) => `${one};`))}`
  }
  const changed = `${into} select ${literal(source)}, k, case when n = 1 then 'D' else 'U' end from (select ${text(`old.${name(key)}`)} as k, 1 as n, old.${name(key)} = new.${name(key)} as same
    union all select ${text(`new.${name(key)}`)}, 2, 0) as said where k is not null and not (n = 1 and same)`
  return [
    trigger(source, 'insert', [said('new', key, 'I')]),
    trigger(source, 'update', [changed]),
    trigger(source, 'delete', [said('old', key, 'D')]),
    ...children.flatMap((child) => {
      const through = (rows: readonly ('old' | 'new')[]) => {
        const values = rows.map((row) => `${row}.${name(child.on)}`)
        return child.parent === key
          ? [
              `${into} ${values.map((value) => `select ${literal(source)}, ${text(value)}, 'U' where ${value} is not null`).join(' union ')}`,
            ]
          : [
              `${into} select ${literal(source)}, ${text(`p.${name(key)}`)}, 'U' from ${name(source)} p where p.${name(child.parent)} in (${values.join(', ')})`,
            ]
      }
      return [
        trigger(child.source, 'insert', through(['new'])),
        trigger(child.source, 'update', through(['old', 'new'])),
        trigger(child.source, 'delete', through(['old'])),
      ]
    }),
  ]
}

const literal = (text: string) => `'${text.replaceAll("'", "''")}'`
const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`
const parts = (text: string, quote: (part: string) => string) => text.split('.').map(quote).join('.')
const postgresName = (text: string) => parts(text, quoted)
const sqliteName = quoted
const mysqlName = (text: string) => parts(text, (part) => `\`${part.replaceAll('`', '``')}\``)
