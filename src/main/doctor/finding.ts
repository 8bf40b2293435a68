/** What one look at a part of an installation found. */
export interface Finding {
  /** `well`: as it should be. `doubtful`: works, and somebody should look at it. `ill`: the hub cannot do its work like this. */
  readonly state: 'well' | 'doubtful' | 'ill'
  /** What is the case, in one sentence without values of records or secrets. */
  readonly says: string
  /** What to do. Absent where nothing is to be done. */
  readonly cure?: string
}

/** A part of an installation that can be looked at. */
export interface Examination {
  /** What is looked at: `database`, `bureau XA`. */
  readonly name: string
  /** Looks. Changes nothing. Never rejects. */
  look(): Promise<readonly Finding[]>
}

export const well = (says: string): Finding => ({ state: 'well', says })
export const doubtful = (says: string, cure: string): Finding => ({ state: 'doubtful', says, cure })
export const ill = (says: string, cure: string): Finding => ({ state: 'ill', says, cure })
