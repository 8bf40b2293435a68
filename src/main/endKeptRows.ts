import type { Broadcast } from '../alerts/broadcast.ts'
import type { ChangeStream } from '../alerts/changeStream.ts'
import type { Roster } from '../hub/roster.ts'

/** What keeping rows ends by. */
export interface KeptRowsParts {
  readonly broadcast: Pick<Broadcast, 'subscribe'>
  readonly roster: Pick<Roster, 'members' | 'member'>
}

/**
 * Ends what this node keeps of a record's rows as soon as the log says that the record has changed or is gone, whichever node has noticed. Where this node may have passed over something, all
 * that it keeps ends. Gives what stops it.
 */
export function endKeptRows({ broadcast, roster }: KeptRowsParts): () => Promise<void> {
  let stopped = false
  const follow = () =>
    broadcast.subscribe<never>({
      after: null,
      // No caller has an empty name.
      caller: '',
      filter: 'rows that are kept',
      decide: ({ change: { bureau, type, key } }) => {
        roster.member(bureau)?.source?.kept?.end(type, key)
        return null
      },
    })
  const endAll = () => {
    for (const { source } of roster.members) source?.kept?.purge()
  }
  let stream: ChangeStream<never> = follow()
  const run = async () => {
    while (!stopped) {
      try {
        for await (const item of stream) {
          if (item.kind === 'notice' && item.code === 'NODE_DRAINING') stopped = true
          if (item.kind === 'notice') endAll()
        }
      } catch {
        endAll()
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
