import type { CompiledRules } from '../compilePolicy.ts'
import { readCaller } from '../decide/callerValues.ts'
import { compileCondition, k3Of } from '../decide/compileCondition.ts'
import { fold } from '../decide/fold.ts'
import type { Enums } from '../decide/readRecord.ts'
import type { Rule } from '../decide/rule.ts'
import { type RulePolicy, rulePolicy } from '../decide/rulePolicy.ts'
import { callerTruth, holdsAgreement, isInForce, servesPurpose } from '../decide/specialise.ts'
import { pathOf } from '../language/checkPolicy.ts'
import { type Condition, type K3, recordFieldsOf } from '../language/condition.ts'
import { levelsInTest, type PolicyTest } from '../policyTests.ts'
import { conditionText } from './conditionText.ts'
import { type Leaf, leavesOf, withLeaf } from './leaves.ts'
import type { OnProgress } from './levelDiff.ts'

/** Something that the tests of a file should show of a rule. */
export interface Obligation {
  readonly rule: string
  /** 1-based line of the rule in its file. */
  readonly line: number
  /** A rule's own effect, or how one of its conditions may come out. */
  readonly about: 'permit' | 'cap' | 'condition'
  /** What no test shows, in words; said of those that are met as well. */
  readonly text: string
  readonly met: boolean
}

/** How much of a file its own tests show. */
export interface PolicyCoverage {
  /** In the order of the file. */
  readonly obligations: readonly Obligation[]
  readonly met: number
  /** Whole per cent of the obligations that are met, rounded down; 100 when there are none. */
  readonly percent: number
}

/**
 * What the tests of a file show of its rules: that every permit decides and every cap binds in some test, in that a level that the test expects would be
 * another without it; and that every condition on the record comes out in each of its ways, and in some test decides by itself whether its rule counts (as
 * MC/DC asks of two-valued conditions; Chilenski and Miller 1994). Throws when the rules have errors.
 */
export function policyCoverage({ rules: policy, tests, check }: CompiledRules, onProgress: OnProgress = () => {}): PolicyCoverage {
  if (policy === null || check === null) throw new TypeError('a policy with errors cannot be studied')
  const byId = Map.groupBy(
    [...policy.types.values()]
      .flatMap(({ type, rules }) => rules.map((rule) => ({ type: type.name, rule })))
      .filter(({ rule }) => isOwn(rule)),
    ({ rule }) => rule.id,
  )
  const inOrder = [...byId]
    .map(([id, sides]) => ({ id, sides, line: check.source.line(pathOf(check, { id })) }))
    .sort((a, b) => a.line - b.line)
  const obligations = inOrder.flatMap(({ id, sides, line }, done) => {
    const about = tests.filter((test) => sides.some(({ type }) => type === test.type))
    const found = [
      effectOf(policy, id, sides[0]?.rule.kind ?? 'permit', about),
      ...sides.flatMap((side) => outcomesOf(policy, side, about)),
    ]
    onProgress(done + 1, inOrder.length)
    return found.map((one): Obligation => ({ rule: id, line, ...one }))
  })
  const met = obligations.filter((one) => one.met).length
  return { obligations, met, percent: obligations.length === 0 ? 100 : Math.floor((100 * met) / obligations.length) }
}

type Draft = Omit<Obligation, 'rule' | 'line'>

interface Side {
  readonly type: string
  readonly rule: Rule
}

/** What lies above the owner's rules is not the owner's to test; an alarm changes no level. */
function isOwn({ layer, blind }: Rule): boolean {
  return layer === 'owner' && !blind
}

function effectOf(policy: RulePolicy, id: string, kind: Rule['kind'], tests: readonly PolicyTest[]): Draft {
  const without = withoutRule(policy, id)
  const met = tests.some((test) => {
    const [before, after] = [levelsInTest(policy, test), levelsInTest(without, test)]
    return [...test.expect.keys()].some((name) => before.of(name) !== after.of(name))
  })
  const text =
    kind === 'permit' ? 'no test would notice if this permit were taken away' : 'no test would notice if this cap were taken away'
  return { about: kind, text, met }
}

function withoutRule(policy: RulePolicy, id: string): RulePolicy {
  const types = [...policy.types].map(
    ([name, one]) => [name, { ...one, rules: one.rules.filter((rule) => rule.id !== id || !isOwn(rule)) }] as const,
  )
  return rulePolicy({ ...policy.parts, types: new Map(types) })
}

/** The ways in which each condition on the record may come out. */
function outcomesOf({ types }: RulePolicy, { type, rule }: Side, tests: readonly PolicyTest[]): readonly Draft[] {
  const leaves = leavesOf(rule.when)
  const reached = tests.filter((test) => test.type === type && isReached(rule, test))
  const enums = types.get(type)?.enums ?? new Map()
  return leaves.flatMap((leaf, index) => {
    if (recordFieldsOf(leaf).length === 0) return []
    const words = `"${conditionText(leaf)}"`
    const truths = new Set(reached.map((test) => truthOf(leaf, test, enums)))
    const ways: readonly (readonly [K3, string])[] = [
      [true, 'true'],
      [false, 'false'],
      ...(canBeUnknown(leaf) ? ([[null, 'unknown']] as const) : []),
    ]
    const seen = ways.map(([truth, word]): Draft => ({ about: 'condition', text: `${words} is never ${word}`, met: truths.has(truth) }))
    if (leaves.length === 1) return seen
    const alone = reached.some((test) => decidesAlone(rule, index, test, enums))
    return [...seen, { about: 'condition', text: `${words} never decides by itself`, met: alone }]
  })
}

/** Whether the rule gets as far as to look at the record. */
function isReached(rule: Rule, { caller }: PolicyTest): boolean {
  if (!servesPurpose(rule, caller)) return false
  const to = callerTruth(rule, readCaller(caller))
  return rule.kind === 'cap' ? to !== false : to === true && isInForce(rule, caller) && holdsAgreement(rule.agreement, caller)
}

function truthOf(condition: Condition, { caller, record }: PolicyTest, enums: Enums): K3 {
  return k3Of(compileCondition(fold(condition, readCaller(caller)), enums)(record))
}

function canBeUnknown(leaf: Leaf): boolean {
  return leaf.op !== 'has'
}

/** Whether the rule counts in the test when this condition is true and not when it is false, or the other way round. */
function decidesAlone({ when, kind }: Rule, index: number, test: PolicyTest, enums: Enums): boolean {
  const counts = (value: boolean): boolean => {
    const truth = truthOf(withLeaf(when, index, { op: 'known', value }), test, enums)
    return kind === 'permit' ? truth === true : truth !== false
  }
  return counts(true) !== counts(false)
}
