import { z } from 'zod'

const named = {
  id: z
    .string()
    .regex(/^[A-Za-z][\w-]{0,63}$/, 'must be letters, digits, _ and -, a letter first')
    .describe("What the desk's entry names."),
  title: z.string().min(1).max(300).describe('What it means, in one line.'),
}
const per = z.enum(['hour', 'day']).default('day').describe('Within one UTC hour or day. Default day.')
const words = z.array(z.string().min(1)).min(1)

const volume = z.strictObject({
  ...named,
  watch: z.literal('volume').describe('Many records of this bureau went to one officer, or to one bureau.'),
  records: z.int().min(1).max(10_000_000).describe('From so many on; a record that is given twice counts twice.'),
  per,
  of: z.enum(['officer', 'bureau']).default('officer').describe('To whom. Default officer.'),
  types: words.optional().describe('Record types that count. Absent: all.'),
  purposes: words.optional().describe('Purposes that count. Absent: all.'),
})

const purpose = z.strictObject({
  ...named,
  watch: z.literal('purpose').describe('Records of this bureau went to somebody in one of these roles for another purpose than is usual.'),
  roles: words.describe('The roles.'),
  purposes: words.describe('The purposes that are usual for them.'),
})

const refusals = z.strictObject({
  ...named,
  watch: z.literal('refusals').describe('Officers of this bureau itself were refused.'),
  codes: words.default(['BUDGET_EXCEEDED']).describe('With one of these error codes. Default BUDGET_EXCEEDED.'),
  count: z.int().min(1).max(100_000).default(1).describe('From so many on. Default 1.'),
  per,
})

/** `anomalies:` of a `bureau.yaml`. */
export const anomaliesSchema = z
  .array(z.discriminatedUnion('watch', [volume, purpose, refusals]))
  .max(50)
  .describe("What the bureau's policy officers are told of, as entries at its desk, by rules over the record of disclosures.")
