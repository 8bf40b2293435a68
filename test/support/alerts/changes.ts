import type { Change } from '../../../src/model/change.ts'

/** A change of a made-up record. */
export function changeOf(number: number, some: Partial<Change> = {}): Change {
  return {
    bureau: 'XA',
    type: 'Thing',
    key: `K-${number}`,
    kind: 'CHANGED',
    version: '1',
    occurredAt: '2026-01-01T00:00:00Z',
    late: false,
    ...some,
  }
}

/** Several, with keys from one number on. */
export function changesFrom(first: number, count: number): readonly Change[] {
  return Array.from({ length: count }, (_, at) => changeOf(first + at))
}

/** The number of a change made by `changeOf`. */
export function numberOf({ key }: Change): number {
  return Number(key.slice(2))
}
