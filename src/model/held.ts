/** What stands open of a record that the hub keeps, so that it can be searched; the rest is sealed. Instants are epoch milliseconds. */
export interface HeldStanding {
  /** Unguessable; the record's key at the hub. */
  readonly key: string
  /** Record type. */
  readonly type: string
  /** The bureau that owns the record. */
  readonly owner: string
  /** Another bureau that it is for; null where there is none. */
  readonly party: string | null
  /** What names it to people, once only within its type: a notice's number. Null: nothing does. */
  readonly label: string | null
  /** A value of the type's own enum of states. */
  readonly state: string
  /** From 1, one more with each step. */
  readonly version: number
  /** When it left its owner's hands: was sent, or published. */
  readonly sent: number | null
  /** When its time is over. */
  readonly due: number | null
  readonly updated: number
  /** When the clock looks at it next; null: not at all. */
  readonly clock: number | null
}
