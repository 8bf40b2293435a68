import { type DialectAdapter, DummyDriver, Kysely, type QueryCompiler, SqliteIntrospector } from 'kysely'

/** A Kysely that compiles for one dialect and can run nothing: sessions send what it compiles. */
export function compilerFor(adapter: DialectAdapter, queryCompiler: QueryCompiler): Kysely<Record<string, never>> {
  return new Kysely<Record<string, never>>({
    dialect: {
      createAdapter: () => adapter,
      createDriver: () => new DummyDriver(),
      createIntrospector: (db) => new SqliteIntrospector(db),
      createQueryCompiler: () => queryCompiler,
    },
  })
}
