import type { Roster } from '../hub/roster.ts'
import { type Follower, followChanges } from './followChanges.ts'

/** What keeping rows ends by. */
export interface KeptRowsParts {
  readonly broadcast: Follower['broadcast']
  readonly roster: Pick<Roster, 'members' | 'member'>
}

/**
 * Ends what this node keeps of a record's rows as soon as the log says that the record has changed or is gone, whichever node has noticed. Where this node may have passed over something, all
 * that it keeps ends. Gives what stops it.
 */
export function endKeptRows({ broadcast, roster }: KeptRowsParts): () => Promise<void> {
  return followChanges({
    broadcast,
    filter: 'rows that are kept',
    onChange: ({ bureau, type, key }) => roster.member(bureau)?.source?.kept?.end(type, key),
    onMissed: () => {
      for (const { source } of roster.members) source?.kept?.purge()
    },
  })
}
