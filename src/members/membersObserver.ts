import type { CallOutcome } from '../links/link.ts'

/** Hears what becomes of members, their files and the calls to their systems. Nothing it hears says what was asked or read. */
export interface MembersObserver {
  /** A call has ended; `ms`: how long it took, in milliseconds. */
  called(bureau: string, outcome: CallOutcome, ms: number): void
  /** An attempt came on top of a call's first. */
  extra(bureau: string, kind: 'hedge' | 'retry'): void
  /** A changed file was taken or not. */
  changed(what: 'policy' | 'bureau' | 'shared', outcome: 'taken' | 'refused'): void
  /** A bureau has left. */
  left(bureau: string): void
}
