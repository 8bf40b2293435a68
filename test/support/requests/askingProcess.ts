import { askXb } from '../../requests/asker.ts'
import { deliveringHub } from './deliveringHub.ts'

/**
 * A hub in a process of its own, so that it can be killed. Arguments: data folder, address of XB's system, its key for receipts. For each message `{ word, lane }` it sends a request under that word and
 * says `{ accepted: word }` once that is durable.
 */
const [dataDir = '', url = '', receiptKey = ''] = process.argv.slice(2)
const delivery = { shortestPauseMs: 10, longestPauseMs: 100, leaseMs: 200, attemptMs: 400 }
const world = await deliveringHub(dataDir, { url, receiptKey }, delivery)
world.hub.office.open()
process.on('message', ({ word, lane }: { word: string; lane: string }) => {
  askXb(world.hub.office.requests, word, lane, word).then(
    () => process.send?.({ accepted: word }),
    (error: unknown) => process.send?.({ failed: String(error) }),
  )
})
process.on('disconnect', () => process.exit(0))
process.send?.({ ready: true })
