import { describe, expect, it } from 'vitest'
import { readEnvironment } from '../../src/config/environment.ts'

describe('budgets in the environment', () => {
  it('are 200 hit checks a day and 300 searches an hour, unless they are said', () => {
    expect(readEnvironment({})).toMatchObject({ hitChecksPerDay: 200, searchesPerHour: 300 })
    expect(readEnvironment({ COMITY_HIT_CHECKS: '7', COMITY_SEARCHES: '0' })).toMatchObject({ hitChecksPerDay: 7, searchesPerHour: 0 })
  })

  it.each(['many', '-1', '2.5'])('are whole numbers, and the variable is named: %s', (text) => {
    expect(() => readEnvironment({ COMITY_SEARCHES: text })).toThrow('COMITY_SEARCHES must be a whole number, 0 or more')
    expect(() => readEnvironment({ COMITY_HIT_CHECKS: text })).toThrow('COMITY_HIT_CHECKS must be a whole number, 0 or more')
  })
})
