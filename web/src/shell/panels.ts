import type { IconName } from '../look/Icon.tsx'

/** The desk's panels, in the order of the navigation. Their names are sentences `panel.NAME`. */
export const panels = [
  'records',
  'check',
  'query',
  'alerts',
  'cases',
  'network',
  'bureaus',
  'ledger',
] as const satisfies readonly IconName[]

/** A panel of the desk. */
export type Panel = (typeof panels)[number]
