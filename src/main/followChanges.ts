import type { Broadcast } from '../alerts/broadcast.ts'
import type { ChangeStream } from '../alerts/changeStream.ts'
import type { Change } from '../model/change.ts'

/** Who of the hub's own follows the log, and what for. */
export interface Follower {
  readonly broadcast: Pick<Broadcast, 'subscribe'>
  /** What for; no two followers have the same. */
  readonly filter: string
  readonly onChange: (change: Change) => void
  /** This node may have passed over changes. `last`: it shuts down, and follows no further. */
  readonly onMissed: (last: boolean) => void
}

/** Follows the log from now on, for the hub itself: every change that any node has noticed, or a word that some may have been passed over. Gives what stops it. */
export function followChanges({ broadcast, filter, onChange, onMissed }: Follower): () => Promise<void> {
  let stopped = false
  const follow = () =>
    broadcast.subscribe<never>({
      after: null,
      // No caller has an empty name.
      caller: '',
      filter,
      decide: ({ change }) => {
        onChange(change)
        return null
      },
    })
  let stream: ChangeStream<never> = follow()
  const run = async () => {
    while (!stopped) {
      try {
        for await (const item of stream) {
          if (item.kind !== 'notice') continue
          if (item.code === 'NODE_DRAINING') stopped = true
          onMissed(item.code === 'NODE_DRAINING')
        }
      } catch {
        onMissed(false)
      }
      if (!stopped) stream = follow()
    }
  }
  const running = run()
  return async () => {
    stopped = true
    await stream.return()
    await running
  }
}
