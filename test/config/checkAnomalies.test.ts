import { describe, expect, it } from 'vitest'
import { loadBureaus } from '../../src/config/loadBureaus.ts'
import { connectorOptionsSchema } from '../../src/connectors/open.ts'
import { catalogue } from '../support/catalogue.ts'
import { bureauYaml, temporaryFolder } from './folders.ts'

async function load(anomalies: string) {
  using folder = temporaryFolder({ 'XA/bureau.yaml': `${bureauYaml('XA')}anomalies: ${anomalies}\n` })
  const { bureaus, problems } = await loadBureaus(folder.path, { environment: {}, catalogue, connectorOptionsSchema })
  return {
    anomalies: bureaus[0]?.file.anomalies,
    problems: problems.filter(({ path }) => path.startsWith('anomalies')).map(({ path, message }) => `${path}: ${message}`),
  }
}

describe('anomalies in bureau.yaml', () => {
  it('have defaults', async () => {
    const { anomalies, problems } = await load(`
  - { id: BULK, title: t, watch: volume, records: 500 }
  - { id: BORDER, title: t, watch: purpose, roles: [BORDER_OFFICER], purposes: [BORDER_CHECK] }
  - { id: SPENT, title: t, watch: refusals }`)
    expect(problems).toEqual([])
    expect(anomalies).toEqual([
      { id: 'BULK', title: 't', watch: 'volume', records: 500, per: 'day', of: 'officer' },
      { id: 'BORDER', title: 't', watch: 'purpose', roles: ['BORDER_OFFICER'], purposes: ['BORDER_CHECK'] },
      { id: 'SPENT', title: 't', watch: 'refusals', codes: ['BUDGET_EXCEEDED'], count: 1, per: 'day' },
    ])
  })

  it.each([
    ['[{ id: A, title: t, watch: volume, records: 5, types: [Persons] }]', 'anomalies.0.types.0: there is no "Persons"'],
    ['[{ id: A, title: t, watch: volume, records: 5, purposes: [FUN] }]', 'anomalies.0.purposes.0: there is no "FUN"'],
    ['[{ id: A, title: t, watch: purpose, roles: [KING], purposes: [AUDIT] }]', 'anomalies.0.roles.0: there is no "KING"'],
    ['[{ id: A, title: t, watch: refusals, codes: [OOPS] }]', 'anomalies.0.codes.0: there is no "OOPS"'],
    ['[{ id: A, title: t, watch: refusals }, { id: A, title: t, watch: refusals }]', 'anomalies.1.id: there are two rules A'],
  ])('are refused as %s', async (anomalies, problem) => {
    expect((await load(anomalies)).problems).toEqual([expect.stringContaining(problem)])
  })

  it.each([
    '[{ id: A, title: t, watch: everything }]',
    '[{ id: A, title: t, watch: volume, records: 0 }]',
    '[{ id: A, title: t, watch: volume }]',
  ])('have no such shape as %s', async (anomalies) => {
    expect((await load(anomalies)).problems).not.toEqual([])
  })
})
