import type { FieldFile } from '../language.ts'

type Unit = NonNullable<FieldFile['unit']>

const dimensions: Readonly<Record<string, Partial<Readonly<Record<Unit, number>>>>> = {
  Cm: { m: 100, cm: 1, mm: 0.1, in: 2.54, ft: 30.48 },
  Kg: { kg: 1, g: 0.001, lb: 0.453_592_37 },
  Months: { months: 1, years: 12, days: 12 / 365.2425 },
}

/** The units that a canonical field understands, by the unit that its name ends in, with the factors to it; undefined: it has none. */
export function unitsOf(field: string): Partial<Readonly<Record<Unit, number>>> | undefined {
  const suffix = Object.keys(dimensions).find((name) => field.endsWith(name) || field.toLowerCase() === name.toLowerCase())
  return suffix === undefined ? undefined : dimensions[suffix]
}
