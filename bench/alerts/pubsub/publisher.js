// Publishes what it is handed, by a client as it is by default: `fork('publisher.js', [<Redis URL>])`.
import { RedisPubSub } from 'graphql-redis-subscriptions'

const pubsub = new RedisPubSub({ connection: process.argv[2] })
process.on('message', (alerts) => {
  // Whoever publishes learns whether Redis took it, and not whether anybody was told.
  pubsub.publish('alerts', { alerts }).catch(() => {})
})
process.on('disconnect', () => process.exit(0))
process.send?.('ready')
