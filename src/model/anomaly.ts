/** What a bureau wants its policy officers to be told of: a simple rule over the record of disclosures. */
export type AnomalyRule = VolumeRule | PurposeRule | RefusalRule

interface Named {
  /** What the desk's entry names. */
  readonly id: string
  readonly title: string
}

/** More records of this bureau than usual went to one officer or one bureau. */
export interface VolumeRule extends Named {
  readonly watch: 'volume'
  /** From so many on, a record that is given twice counting twice. */
  readonly records: number
  /** Within one UTC hour or day. */
  readonly per: 'hour' | 'day'
  readonly of: 'officer' | 'bureau'
  /** Record types that count; absent: all. */
  readonly types?: readonly string[] | undefined
  /** Purposes that count; absent: all. */
  readonly purposes?: readonly string[] | undefined
}

/** Somebody in one of these roles was given records of this bureau for a purpose that is not among those usual for the role. */
export interface PurposeRule extends Named {
  readonly watch: 'purpose'
  readonly roles: readonly string[]
  readonly purposes: readonly string[]
}

/** Officers of this bureau itself were refused, with one of these codes, so often within one UTC hour or day. */
export interface RefusalRule extends Named {
  readonly watch: 'refusals'
  readonly codes: readonly string[]
  readonly count: number
  readonly per: 'hour' | 'day'
}
