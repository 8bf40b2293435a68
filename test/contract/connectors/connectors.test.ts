import { afterAll, beforeAll, describe } from 'vitest'
import type { ContractFixture, MakeFixture } from '../../support/connectors/contractFixture.ts'
import { csvFixture, ndjsonFixture, xmlFixture } from '../../support/connectors/fileFixtures.ts'
import { graphqlFixture } from '../../support/connectors/graphqlFixture.ts'
import { mariadbFixture } from '../../support/connectors/mariadbFixture.ts'
import { pgliteFixture } from '../../support/connectors/pgliteFixture.ts'
import { postgresFixture } from '../../support/connectors/postgresFixture.ts'
import { restFixture } from '../../support/connectors/restFixture.ts'
import { sqliteFixture } from '../../support/connectors/sqliteFixture.ts'
import { childrenSuite } from './suites/childrenSuite.ts'
import { filterSuite } from './suites/filterSuite.ts'
import { getSuite } from './suites/getSuite.ts'
import { hostileSuite } from './suites/hostileSuite.ts'
import { lifeSuite } from './suites/lifeSuite.ts'
import { orderSuite } from './suites/orderSuite.ts'
import { pagingSuite } from './suites/pagingSuite.ts'

const fixtures: Readonly<Record<string, MakeFixture>> = {
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

// Every kind answers alike: what one of these says holds whatever system a bureau has.
for (const [kind, make] of Object.entries(fixtures)) {
  describe(`connector of kind ${kind}`, () => {
    let made: ContractFixture | undefined
    const fixture = (): ContractFixture => {
      if (made === undefined) throw new Error('the fixture did not start')
      return made
    }
    beforeAll(async () => {
      made = await make()
    }, 60_000)
    afterAll(() => made?.stop())
    pagingSuite(fixture)
    orderSuite(fixture)
    filterSuite(fixture)
    getSuite(fixture)
    childrenSuite(fixture)
    hostileSuite(fixture)
    // Last: it closes the connector.
    lifeSuite(fixture)
  })
}
