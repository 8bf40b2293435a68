import { interval } from '../model/partialDate.ts'
import { cleanName } from '../names/cleanName.ts'
import { documentNumber } from '../names/documentNumber.ts'

/** Fields of a person that identify somebody exactly. */
export const markFields: ReadonlySet<string> = new Set(['names', 'sex', 'birthDate', 'documents'])

/**
 * What identifies somebody exactly, as texts that are to be digested under a key before they are kept: each document with its issuer; each whole name with a whole day of birth and the sex. Empty: too little
 * is known to say that two are one. Nothing less is compared: that two targets are alike is no ground to tell anybody that they are.
 */
export function targetMarks({ names, sex, birthDate, documents }: Readonly<Record<string, unknown>>): readonly string[] {
  const marks: string[] = []
  for (const { number, issuingCountry } of listed(documents)) {
    const compared = typeof number === 'string' ? documentNumber(number) : ''
    if (compared !== '' && typeof issuingCountry === 'string') marks.push(JSON.stringify(['document', issuingCountry, compared]))
  }
  const day = typeof birthDate === 'string' ? wholeDay(birthDate) : null
  if (day !== null && typeof sex === 'string' && sex !== 'U') {
    for (const { family, given } of listed(names))
      if (typeof family === 'string' && typeof given === 'string')
        marks.push(JSON.stringify(['person', reading(family), reading(given), day, sex]))
  }
  return [...new Set(marks)]
}

function listed(value: unknown): readonly Readonly<Record<string, unknown>>[] {
  return Array.isArray(value) ? value.filter((one) => typeof one === 'object' && one !== null) : []
}

function wholeDay(date: string): string | null {
  const days = interval(date)
  return days !== null && days.first === days.last ? days.first : null
}

function reading(name: string): string {
  return cleanName(name).toLowerCase()
}
