import { readEnvironment } from '../../src/config/environment.ts'
import { createDemoIssuer } from '../../src/identity/demo/demoIssuer.ts'
import { createLog, startHub } from '../../src/main.ts'

/** The hub over the bureaus of COMITY_BUREAUS, with everything on: tokens, purposes, rules, audit. The demo's issuer signs the token. */
const environment = readEnvironment()
const { bureaus, dataDir, host, production, variables } = environment
if (bureaus === null) throw new Error('COMITY_BUREAUS must name a folder of bureau folders')
const demo = await createDemoIssuer({ dataDir, host, production })
const hub = await startHub({ environment, bureaus, variables, skipBroken: false, demo, log: createLog(environment.logLevel) })
console.log(`ready on ${hub.url}/graphql`)
process.once('SIGINT', async () => {
  await hub.stop()
  process.exit(0)
})
