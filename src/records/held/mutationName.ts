import { createHash } from 'node:crypto'
import type { Caller } from '../../model/principal.ts'
import { refused } from './wording.ts'

/** Names one act of one person, so that it happens once however often it is sent. */
export interface NamedMutation {
  readonly bureau: string
  readonly person: string
  /** The caller's own word for it. */
  readonly mutation: string
  /** Of all that the act consists of, in hex. */
  readonly digest: string
}

/** The name of an act of somebody: what they call it, and a digest of all that it consists of. Throws BAD_USER_INPUT. */
export function mutationName(field: string, given: string, input: object, { principal, purpose }: Caller): NamedMutation {
  if (given.length < 1 || given.length > 100) throw refused('clientMutationId', '1 to 100 signs')
  const parts = JSON.stringify([field, canonical(input), purpose.kind, purpose.case])
  const digest = createHash('sha256').update(parts).digest('hex')
  return { bureau: principal.bureau, person: principal.personRef, mutation: given, digest }
}

/** The same text for the same input, in whichever order its fields were written; null and absent mean the same. */
function canonical(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(canonical)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).filter(([, one]) => one !== null && one !== undefined)
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, one]) => [key, canonical(one)]))
}
