// @apollo/gateway behind Apollo Server's own HTTP server: `node apolloGateway.js <supergraph file> [time for a source in ms]`. What it does beside answering, such as
// cache hints and reports, is off.
import { readFileSync } from 'node:fs'
import { ApolloGateway, RemoteGraphQLDataSource } from '@apollo/gateway'
import { ApolloServer } from '@apollo/server'
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled'
import { startStandaloneServer } from '@apollo/server/standalone'
import makeFetchHappen from 'make-fetch-happen'

const [supergraph, time] = process.argv.slice(2)
// As the data source's own fetcher, and with a time-out.
const fetcher = makeFetchHappen.defaults({ maxSockets: Number.POSITIVE_INFINITY, retry: false, timeout: Number(time) })
const gateway = new ApolloGateway({
  supergraphSdl: readFileSync(supergraph, 'utf8'),
  buildService: ({ url }) => new RemoteGraphQLDataSource(time === undefined ? { url } : { url, fetcher }),
  logger: { debug() {}, info() {}, warn() {}, error() {} },
})
const server = new ApolloServer({
  gateway,
  introspection: false,
  csrfPrevention: false,
  plugins: [ApolloServerPluginCacheControlDisabled(), ApolloServerPluginInlineTraceDisabled(), ApolloServerPluginUsageReportingDisabled()],
})
const { url } = await startStandaloneServer(server, { listen: { port: 0, host: '127.0.0.1' } })
console.log(`ready on ${url}`)
// Open connections of whoever measured are no reason to stay.
process.once('SIGINT', () => process.exit(0))
