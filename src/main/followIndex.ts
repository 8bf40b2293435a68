import type { Broadcast } from '../alerts/broadcast.ts'
import type { ChangeStream } from '../alerts/changeStream.ts'
import type { IndexBuilder } from '../search/indexBuilder.ts'

/** What keeping the index current goes by. */
export interface FollowParts {
  readonly broadcast: Pick<Broadcast, 'subscribe'>
  readonly index: Pick<IndexBuilder, 'changed' | 'missed'>
}

/**
 * Keeps the search keys that this node holds current as soon as the log says that a record has changed or is gone, whichever node has noticed. Where this node may have passed over something, they are built
 * anew. Gives what stops it.
 */
export function followIndex({ broadcast, index }: FollowParts): () => Promise<void> {
  let stopped = false
  const follow = () =>
    broadcast.subscribe<never>({
      after: null,
      // No caller has an empty name.
      caller: '',
      filter: 'search keys that are kept',
      decide: ({ change }) => {
        index.changed(change)
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
          else index.missed()
        }
      } catch {
        index.missed()
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
