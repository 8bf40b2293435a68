import { describe, expect, it } from 'vitest'
import { checkDigit, compareDocumentNumbers, documentNumber, readZoneNumber } from '../../src/names/documentNumber.ts'

describe('a document number', () => {
  it.each([
    ['ab-12 34.56', 'AB123456'],
    ['ＡＢ１２３', 'AB123'],
    ['A۱۲۳', 'A123'],
    ['A٤٥٦', 'A456'],
    ['D23145890<', 'D23145890'],
    ['', ''],
  ])('%s is compared as %s', (text, number) => {
    expect(documentNumber(text)).toBe(number)
  })

  it('has the check digit of ICAO 9303', () => {
    // The examples of Doc 9303-3, section 4.9, and 9303-4, appendix B.
    expect(checkDigit('520727')).toBe('3')
    expect(checkDigit('AB2134<<<')).toBe('5')
    expect(checkDigit('L898902C3')).toBe('6')
    expect(checkDigit('a')).toBeNull()
  })

  it('is read from a machine readable zone, and a wrong digit is told', () => {
    expect(readZoneNumber('L898902C36')).toEqual({ number: 'L898902C3', checked: true })
    expect(readZoneNumber('AB2134<<<5')).toEqual({ number: 'AB2134', checked: true })
    expect(readZoneNumber('AB2134<<<6')).toEqual({ number: 'AB2134', checked: false })
    expect(readZoneNumber('AB2134')).toBeNull()
  })

  it.each([
    ['L898902C3', 'l898-902 c3', 'agrees'],
    ['L898902C3', 'L898902C36', 'agrees'],
    ['AB2134', 'AB2134<<<5', 'agrees'],
    ['L898902C3', 'L898902C37', 'differs'],
    ['AO12345', 'A012345', 'looksAlike'],
    ['A1', 'A1', 'unknown'],
    ['AB12345', 'AB12346', 'differs'],
  ])('%s and %s: %s', (a, b, outcome) => {
    expect(compareDocumentNumbers(a, b)).toBe(outcome)
    expect(compareDocumentNumbers(b, a)).toBe(outcome)
  })

  it('is read in bounds', () => {
    expect(documentNumber('9'.repeat(100_000))).toHaveLength(40)
  })
})
