import type { FieldLevel } from '../../model/record.ts'
import type { AnswerPart, EmergencyAct, GivenOutside, HitCheckRecord, LedgerRead, RecordedOperation, RecordedPolicy } from '../entry.ts'

/** Somebody or something in an entry: a name that `Subjects` follows, or, in entries of before there were names, the reference or key itself. */
export type Named = { readonly handle: string } | { readonly key: string }

/** What sort of access. */
export type AccessKind = 'READ' | 'ALERT' | 'HIT' | 'EMERGENCY'

/** What an entry says of one owner's records that were given alike. */
export interface Access {
  readonly kind: AccessKind
  readonly owner: string
  /** Null where an access is to no records of one type. */
  readonly type: string | null
  readonly records: readonly Named[]
  /** Every field that was asked for, with its level; null where an entry of old does not tell which were given in full. */
  readonly fields: ReadonlyMap<string, FieldLevel> | null
  /** Those below full, also where `fields` is null. */
  readonly below: Readonly<Record<string, FieldLevel>>
  readonly rules: readonly string[]
  readonly policy: RecordedPolicy | null
}

/** Who did something. */
export interface Reader {
  readonly person: Named
  readonly case: string | null
}

/** An entry about what officers did, in whatever shape it was written. */
export interface ReadEntry {
  readonly kind: 'OPERATION' | 'DELIVERY' | 'DISCLOSURE' | 'REFUSAL'
  readonly bureau: string
  readonly roles: readonly string[]
  readonly purpose: string | null
  readonly emergency: string | null
  readonly readers: readonly Reader[]
  /** In an order that stays the same: an access is named by its place in it. */
  readonly accesses: readonly Access[]
  readonly operation: Pick<RecordedOperation, 'name' | 'type' | 'hash' | 'errors' | 'codes'> | null
  /** Code of the error with which it was refused. */
  readonly refused: string | null
  readonly part: AnswerPart | null
  readonly hitChecks: readonly HitCheckRecord[]
  readonly emergencies: readonly EmergencyAct[]
  readonly ledger: readonly LedgerRead[]
}

/** As entries are stored, now and before. */
interface Stored {
  readonly act?: string
  readonly refused?: string
  readonly given?: GivenOutside
  readonly delivery?: { readonly alert: string; readonly kind: string; readonly hash: string; readonly errors: number }
  readonly person?: string
  readonly personRef?: string
  readonly bureau: string
  readonly roles?: readonly string[]
  readonly purpose?: string | null
  readonly case?: string | null
  readonly emergency?: string | null
  readonly recipients?: readonly { readonly person?: string; readonly personRef?: string; readonly case: string | null }[]
  readonly operation?: ReadEntry['operation']
  readonly part?: AnswerPart
  readonly policies?: Readonly<Record<string, RecordedPolicy>>
  readonly fields?: Readonly<Record<string, readonly string[]>>
  readonly disclosed?: readonly {
    readonly owner: string
    readonly type: string
    readonly fields?: readonly string[]
    readonly below: Readonly<Record<string, FieldLevel>>
    readonly rules?: readonly string[]
    readonly records?: readonly string[]
    readonly keys?: readonly string[]
  }[]
  readonly hitChecks?: readonly HitCheckRecord[]
  readonly emergencies?: readonly EmergencyAct[]
  readonly ledger?: readonly LedgerRead[]
}

/** Reads a stored entry; null for one about no officer. Throws for what is no entry. */
export function readEntry(text: string): ReadEntry | null {
  const stored = JSON.parse(text) as Stored
  if (stored.act !== undefined) return null
  const { bureau, roles = [], purpose = null, emergency = null, operation = null, refused = null, part = null } = stored
  const { delivery, hitChecks = [], emergencies = [], ledger = [] } = stored
  const ended = delivery === undefined ? operation : { name: null, type: 'subscription', hash: delivery.hash, errors: delivery.errors }
  return {
    kind: kindOf(stored),
    bureau,
    roles,
    purpose,
    emergency,
    readers: (stored.recipients ?? [{ ...stored, case: stored.case ?? null }]).map((one) => ({
      person: one.person === undefined ? { key: one.personRef ?? '' } : { handle: one.person },
      case: one.case,
    })),
    accesses: [...given(stored), ...hits(hitChecks), ...opened(emergencies)],
    operation: ended,
    refused,
    part,
    hitChecks,
    emergencies,
    ledger,
  }
}

function kindOf({ refused, delivery, given }: Stored): ReadEntry['kind'] {
  if (refused !== undefined) return 'REFUSAL'
  if (delivery !== undefined) return 'DELIVERY'
  return given === undefined ? 'OPERATION' : 'DISCLOSURE'
}

function given({ delivery, disclosed = [], fields = {}, policies = {} }: Stored): readonly Access[] {
  return disclosed.map(({ owner, type, below, rules = [], records, keys = [], fields: own }) => {
    const asked = own ?? fields[type]
    return {
      kind: delivery === undefined ? 'READ' : 'ALERT',
      owner,
      type,
      records: records === undefined ? keys.map((key) => ({ key })) : records.map((handle) => ({ handle })),
      fields: asked === undefined ? null : new Map(asked.map((field) => [field, below[field] ?? 'full'])),
      below,
      rules,
      policy: policies[owner] ?? null,
    }
  })
}

const nothing = { type: null, records: [], fields: null, below: {}, rules: [], policy: null }

/** A bureau whose records were come upon, whether or not the reader was told. */
function hits(checks: readonly HitCheckRecord[]): readonly Access[] {
  return checks.flatMap(({ outcomes, alarmed }) => {
    const owners = Object.keys(outcomes).filter((owner) => outcomes[owner] === 'HIT' || alarmed.includes(owner))
    return owners.map((owner): Access => ({ ...nothing, kind: 'HIT', owner }))
  })
}

/** An access that was opened or closed; what was read under it stands for itself, and a review is the owner's own. */
function opened(acts: readonly EmergencyAct[]): readonly Access[] {
  return acts
    .filter(({ act }) => act === 'INVOKED' || act === 'CLOSED')
    .map(({ owner, block }): Access => ({ ...nothing, kind: 'EMERGENCY', owner, rules: [block] }))
}
