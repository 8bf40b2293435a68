import type { BureauCode } from '../generate/bureauCodes.ts'
import { caseCodes } from './caseCodes.ts'
import { personCodes } from './personCodes.ts'

/** Canonical value, then what XA, XB, XC, XD and XE write for it. The bureaus' own `bureau.yaml` holds the same tables the other way round. */
const column: Readonly<Record<BureauCode, number>> = { XA: 1, XB: 2, XC: 3, XD: 4, XE: 5 }

export type CodeTable = keyof typeof personCodes | keyof typeof caseCodes

const tables = new Map<string, ReadonlyMap<string, readonly string[]>>(
  Object.entries({ ...personCodes, ...caseCodes }).map(([name, text]) => [name, parse(text)]),
)

/** What a bureau writes for a canonical value. Throws RangeError when the table lacks it: the generator and the tables have drifted apart. */
export function codeOf(table: CodeTable, value: string, bureau: BureauCode): string {
  const code = tables.get(table)?.get(value)?.[column[bureau]]
  if (code === undefined) throw new RangeError(`no code for ${value} in ${table}`)
  return code
}

/** `codeOf`, or null for null. */
export function codeOrNull(table: CodeTable, value: string | null, bureau: BureauCode): string | null {
  return value === null ? null : codeOf(table, value, bureau)
}

/** `codeOf` for each member. */
export function codesOf(table: CodeTable, values: readonly string[], bureau: BureauCode): string[] {
  return values.map((value) => codeOf(table, value, bureau))
}

/** A whole table of one bureau: native code -> canonical value. */
export function codeTable(table: CodeTable, bureau: BureauCode): ReadonlyMap<string, string> {
  return new Map([...(tables.get(table) ?? [])].map(([value, row]) => [row[column[bureau]] ?? '', value]))
}

function parse(text: string): ReadonlyMap<string, readonly string[]> {
  const rows = text
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/))
  return new Map(rows.map((row) => [row[0] ?? '', row]))
}
