import { z } from 'zod'

/** Unknown keys and wrong shapes are told by `readPolicyFile`; messages here say what a value must be. */
const text = z.string({ error: 'must be a text' }).min(1, { error: 'must not be empty' })
const names = z.union([text, z.array(text).min(1)], { error: 'must be a name or a list of names' })
const condition = z.union([text, z.boolean()], { error: 'must be a condition, as one text' })
const fieldLevel = z.enum(['none', 'masked', 'generalised', 'full'], { error: 'must be none, masked, generalised or full' })
const day = z.string({ error: 'must be a day, YYYY-MM-DD' }).regex(/^\d{4}-\d{2}-\d{2}$/, { error: 'must be a day, YYYY-MM-DD' })
const instant = z
  .string({ error: 'must be an instant in UTC, YYYY-MM-DDTHH:MM:SSZ' })
  .regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2})?Z$/, { error: 'must be an instant in UTC, YYYY-MM-DDTHH:MM:SSZ' })
const duration = z
  .string({ error: 'must be a time, as in 30m, 4h or 3d' })
  .regex(/^[1-9]\d{0,3}[mhd]$/, { error: 'must be a time, as in 30m, 4h or 3d' })
const setName = z.string().regex(/^[A-Z][A-Z0-9_]*$/, { error: 'is not a name of a set: write it in capitals, as in NEIGHBOURS' })
const list = z.array(z.union([text, z.number()]), { error: 'must be a list of texts or numbers' })
const openRecord = z.record(z.string(), z.unknown(), { error: 'must name fields with their values' })

const rule = z.strictObject({
  id: z
    .string({ error: 'must be a text' })
    .regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/, { error: 'must be made of letters, digits, ".", "_" and "-"' }),
  title: text,
  on: names,
  record: z
    .union([z.literal(['listed', 'hit', 'none']), z.literal(true)], { error: 'must be listed or hit in a permit, true in a cap' })
    .optional(),
  fields: names.optional(),
  level: fieldLevel.optional(),
  cap: z
    .enum(['none', 'masked', 'generalised', 'full', 'hit', 'listed'], {
      error: 'must be none, masked or generalised; for a record, none or hit',
    })
    .optional(),
  to: condition.optional(),
  for: names.optional(),
  under: text.optional(),
  when: condition.optional(),
  why: text.optional(),
  absolute: z.boolean({ error: 'must be true or false' }).optional(),
  explain: z.literal('public', { error: 'must be public, or be left out' }).optional(),
  declassifies: names.optional(),
  blind: z.boolean({ error: 'must be true or false' }).optional(),
  mayInclude: names.optional(),
})

/** A permit for a time, with the document it rests on. */
const grant = rule
  .omit({ cap: true, absolute: true, blind: true })
  .extend({ from: instant, until: instant, revoked: instant.optional(), basis: text })

const emergency = z.strictObject({
  id: rule.shape.id,
  title: text,
  on: names,
  record: z.literal('listed', { error: 'must be listed, or be left out' }).optional(),
  fields: names.optional(),
  level: fieldLevel.optional(),
  to: condition,
  for: names.optional(),
  ttl: duration,
  justificationMin: z.number({ error: 'must be a number of signs' }).int().optional(),
  perDay: z.number({ error: 'must be a number of times' }).int().min(1, { error: 'must be at least 1' }).optional(),
  review: duration.optional(),
  why: text.optional(),
  mayInclude: rule.shape.mayInclude,
})

const cube = z.strictObject({
  id: rule.shape.id,
  title: text,
  on: text,
  dimensions: z
    .array(text, { error: 'must be a list of fields' })
    .min(1, { error: 'must name a field' })
    .max(3, { error: 'must name at most three fields' }),
  to: condition,
  for: names,
  under: text.optional(),
  base: z.number({ error: 'must be a number' }).int().min(3, { error: 'must be at least 3' }).optional(),
  least: z.number({ error: 'must be a number' }).int().min(5, { error: 'must be at least 5' }).optional(),
})

const agreement = z.strictObject({
  parties: z.array(text, { error: 'must be a list of bureaus' }).optional(),
  from: day.optional(),
  until: day.optional(),
  ceiling: fieldLevel.optional(),
})

const caller = z.strictObject({
  country: text,
  organisation: text.optional(),
  unit: text.optional(),
  roles: z.array(text, { error: 'must be a list of roles' }).optional(),
  clearance: z.number({ error: 'must be a number, 0 to 3' }).int().optional(),
  agreements: z.array(text, { error: 'must be a list of agreements' }).optional(),
  operations: z.array(text, { error: 'must be a list of operations' }).optional(),
  purpose: text,
  case: text.optional(),
  emergency: text.optional(),
})

const expected = z.enum(['none', 'hit', 'listed', 'masked', 'generalised', 'full'], { error: 'must be a level' })

const test = z.strictObject({
  title: text.optional(),
  on: text,
  caller: z.union([text, caller], { error: 'must be a name from "callers:", or country, purpose and the rest written out' }),
  date: day.optional(),
  at: instant.optional(),
  record: openRecord,
  expect: z.record(z.string(), expected, { error: 'must name "record" or fields with their levels' }),
})

/** Shape of `disclosure.yaml`. What the names in it mean is checked against the schema afterwards. */
export const policyFile = z.strictObject({
  comity: z.literal('disclosure/v1', { error: 'must be disclosure/v1' }),
  bureau: text,
  version: z.union([text, z.number()], { error: 'must be a text' }),
  sets: z.record(setName, list).optional(),
  fieldSets: z.record(setName, z.array(text, { error: 'must be a list of fields' })).optional(),
  agreements: z.record(z.string(), agreement).optional(),
  forms: z.record(z.string(), z.record(z.string(), z.strictObject({ masked: text.optional(), generalised: text.optional() }))).optional(),
  rules: z.array(rule, { error: 'must be a list of rules' }),
  grants: z.array(grant, { error: 'must be a list of grants' }).optional(),
  emergency: z.array(emergency, { error: 'must be a list of blocks' }).optional(),
  cubes: z.array(cube, { error: 'must be a list of cubes' }).optional(),
  callers: z.record(z.string(), caller).optional(),
  tests: z.array(test, { error: 'must be a list of tests' }).optional(),
})

/** Shape of `baseline.yaml`: what the hub's members agreed to lower everywhere. */
export const baselineFile = z.strictObject({
  comity: z.literal('baseline/v1', { error: 'must be baseline/v1' }),
  version: policyFile.shape.version,
  sets: policyFile.shape.sets,
  fieldSets: policyFile.shape.fieldSets,
  rules: policyFile.shape.rules,
})

/** `disclosure.yaml` as written. */
export type PolicyFile = z.infer<typeof policyFile>
/** One of its rules. */
export type RuleFile = z.infer<typeof rule>
/** One of its grants. */
export type GrantFile = z.infer<typeof grant>
/** One of its emergency blocks. */
export type EmergencyFile = z.infer<typeof emergency>
/** One of its cubes. */
export type CubeFile = z.infer<typeof cube>
/** One caller of its tests. */
export type CallerFile = z.infer<typeof caller>
/** One of its tests. */
export type TestFile = z.infer<typeof test>

/** Keys by the part of the file they may stand in; the empty name is the file itself. */
export const shapes: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  '': policyFile.shape,
  rules: rule.shape,
  grants: grant.shape,
  emergency: emergency.shape,
  cubes: cube.shape,
  agreements: agreement.shape,
  callers: caller.shape,
  forms: { masked: true, generalised: true },
  tests: { ...test.shape, ...caller.shape },
}
