import type { IndexBuilder } from '../search/indexBuilder.ts'
import { type Follower, followChanges } from './followChanges.ts'

/** What keeping the index current goes by. */
export interface FollowParts {
  readonly broadcast: Follower['broadcast']
  readonly index: Pick<IndexBuilder, 'changed' | 'missed'>
}

/**
 * Keeps the search keys that this node holds current as soon as the log says that a record has changed or is gone, whichever node has noticed. Where this node may have passed over something, they are built
 * anew. Gives what stops it.
 */
export function followIndex({ broadcast, index }: FollowParts): () => Promise<void> {
  return followChanges({
    broadcast,
    filter: 'search keys that are kept',
    onChange: (change) => index.changed(change),
    onMissed: (last) => {
      if (!last) index.missed()
    },
  })
}
