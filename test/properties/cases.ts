import fc from 'fast-check'
import type { CallerCase } from './reference/decide.ts'
import { type View, viewerFor } from './reference/view.ts'
import { type Question, questionFor } from './world/questions.ts'
import { secretVariant } from './world/secretVariant.ts'
import { caller, type RecordCase, type Setting, world } from './world/world.ts'

/** Two worlds that the caller cannot tell from one another, and what is asked in both. */
export interface PairedCase {
  readonly setting: Setting
  readonly caller: CallerCase
  /** Asks at the same time. */
  readonly other: CallerCase
  readonly records: readonly RecordCase[]
  readonly secret: readonly RecordCase[]
  /** How many cells and records differ. */
  readonly changes: number
  /** Of `records`, and of `secret`. */
  readonly view: View
  readonly questions: readonly Question[]
}

/** Any pair. */
export const pairedCase: fc.Arbitrary<PairedCase> = world.chain((one) =>
  fc.record({ caller, other: caller, questions: fc.array(questionFor(one.setting), { minLength: 5, maxLength: 5 }) }).map((asked) => {
    const viewOf = viewerFor(one.setting, asked.caller)
    const { records: secret, changes } = secretVariant(one, viewOf)
    return { setting: one.setting, records: one.records, secret, changes, view: viewOf(one.records), ...asked }
  }),
)
