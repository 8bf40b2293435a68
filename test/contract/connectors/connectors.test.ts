import { afterAll, beforeAll, describe } from 'vitest'
import type { ContractFixture } from '../../support/connectors/contractFixture.ts'
import { fixtureKinds } from '../../support/connectors/fixtureKinds.ts'
import { childrenSuite } from './suites/childrenSuite.ts'
import { filterSuite } from './suites/filterSuite.ts'
import { getSuite } from './suites/getSuite.ts'
import { hostileSuite } from './suites/hostileSuite.ts'
import { lifeSuite } from './suites/lifeSuite.ts'
import { orderSuite } from './suites/orderSuite.ts'
import { pagingSuite } from './suites/pagingSuite.ts'

// Every kind answers alike: what one of these says holds whatever system a bureau has.
for (const [kind, make] of Object.entries(fixtureKinds)) {
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
