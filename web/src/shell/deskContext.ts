import { createContext, useContext } from 'react'
import type { BureauCardFragment, WhoAsksQuery } from '../generated/graphql.ts'
import type { Hub } from '../hub/hub.ts'
import type { RecordRef } from '../records/recordRef.ts'
import type { Declaration } from '../session/declaration.ts'
import type { Panel } from './panels.ts'

/** What every panel has at hand. */
export interface DeskContent {
  readonly hub: Hub
  /** What is declared at this moment. */
  readonly declared: () => Declaration
  /** Who asks, as the hub sees it; null until it has said so. */
  readonly viewer: WhoAsksQuery['viewer'] | null
  /** The bureaus in the order of their codes; empty until the hub has said so. */
  readonly bureaus: readonly BureauCardFragment[]
  /** Opens the card of a record. */
  readonly open: (record: RecordRef) => void
  /** Shows what hangs together with a record. */
  readonly showNetwork: (record: RecordRef) => void
  /** The record that the network panel begins with. */
  readonly seed: RecordRef | null
  readonly show: (panel: Panel) => void
}

/** Given by `Workspace`. */
export const DeskContext = createContext<DeskContent | null>(null)

/** What every panel has at hand. */
export function useDesk(): DeskContent {
  const desk = useContext(DeskContext)
  if (desk === null) throw new Error('There is no Workspace above this component')
  return desk
}
