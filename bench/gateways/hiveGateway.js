// Hive Gateway on node:http: `node hiveGateway.js <supergraph file> stitching|router apart|shared [time for a source in ms]`. `router` is its second runtime, whose planner is native code.
// `shared` is as it comes: equal questions to a source that are in flight together are asked once, and all get that answer. `apart` turns that off.
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { createGatewayRuntime } from '@graphql-hive/gateway-runtime'
import { unifiedGraphHandler } from '@graphql-hive/router-runtime'

const [supergraph, runtime, sharing, time] = process.argv.slice(2)
const gateway = createGatewayRuntime({
  supergraph: readFileSync(supergraph, 'utf8'),
  logging: false,
  landingPage: false,
  graphiql: false,
  ...(sharing === 'apart' ? { transportEntries: { '*.http': { options: { deduplicateInflightRequests: false } } } } : {}),
  ...(runtime === 'router' ? { unifiedGraphHandler } : {}),
  ...(time === undefined ? {} : { upstreamTimeout: Number(time) }),
})
const server = createServer(gateway)
server.listen(0, '127.0.0.1', () => console.log(`ready on http://127.0.0.1:${server.address().port}/graphql`))
// Open connections of whoever measured are no reason to stay.
process.once('SIGINT', () => process.exit(0))
