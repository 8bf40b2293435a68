/** Which half of the labelled pairs: one to choose numbers on, one that is only measured. */
export type Part = 'tune' | 'held'

/** Two names, and whether they are names of one person. */
export interface LabelledPair {
  /** What the pair is an example of: a script, a kind of mistake. */
  readonly group: string
  readonly a: string
  readonly b: string
  readonly same: boolean
}
