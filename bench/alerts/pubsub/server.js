// A subscription server as the documentation of graphql-redis-subscriptions shows it, over server-sent events: `node server.js <Redis URL> <port>`. What is published while nobody
// listens, or while Redis is away, is gone: that is what pub/sub is.
import { createServer } from 'node:http'
import { buildSchema } from 'graphql'
import { RedisPubSub } from 'graphql-redis-subscriptions'
import { createHandler } from 'graphql-sse/lib/use/http'
import { withFilter } from 'graphql-subscriptions'

const [redis, port] = process.argv.slice(2)
const pubsub = new RedisPubSub({ connection: redis })
const schema = buildSchema(`
  type Query { ok: Boolean }
  type Subscription { alerts: AlertEvent! }
  union AlertEvent = Alert | Heartbeat
  type Alert { id: ID! kind: String! recordId: ID! }
  type Heartbeat { at: String! }`)
const { alerts } = schema.getSubscriptionType()?.getFields() ?? {}
const { kind } = schema.getType('Alert')?.getFields?.() ?? {}
// Who is cleared for less is not told of everything, and is told otherwise.
alerts.subscribe = withFilter(
  () => pubsub.asyncIterableIterator('alerts'),
  (payload, _args, { clearance }) => payload.alerts.__typename === 'Heartbeat' || payload.alerts.kinds[clearance] !== undefined,
)
kind.resolve = ({ kinds }, _args, { clearance }) => kinds[clearance]

const handler = createHandler({ schema, context: ({ headers }) => ({ clearance: headers.get('authorization')?.replace('Bearer ', '') }) })
createServer(async (request, response) => {
  if (request.url === '/readyz') return response.end('ready')
  try {
    await handler(request, response)
  } catch {
    response.destroy()
  }
}).listen(Number(port), '127.0.0.1')
