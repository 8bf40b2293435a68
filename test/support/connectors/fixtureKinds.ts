import type { MakeFixture } from './contractFixture.ts'
import { csvFixture, ndjsonFixture, xmlFixture } from './fileFixtures.ts'
import { graphqlFixture } from './graphqlFixture.ts'
import { mariadbFixture } from './mariadbFixture.ts'
import { pgliteFixture } from './pgliteFixture.ts'
import { postgresFixture } from './postgresFixture.ts'
import { restFixture } from './restFixture.ts'
import { sqliteFixture } from './sqliteFixture.ts'

/** A system of every kind that a bureau may have, all with the same rows. */
export const fixtureKinds: Readonly<Record<string, MakeFixture>> = {
  'postgres, a server': postgresFixture,
  'postgres, embedded': pgliteFixture,
  'mysql, a MariaDB server': mariadbFixture,
  sqlite: sqliteFixture,
  rest: restFixture,
  graphql: graphqlFixture,
  'file, ndjson': ndjsonFixture,
  'file, csv': csvFixture,
  'file, xml': xmlFixture,
}
