import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { describe, expect, it } from 'vitest'
import { check } from '../../src/cli/check.ts'
import { bureauYaml, temporaryFolder } from '../config/folders.ts'

const connected = `      children: { aliases: { from: ALCUNHAS, on: ID_PESSOA } }
`
const fields = `        names: { each: aliases, item: { object: { kind: { const: ALIAS }, full: { column: NOME } } } }
        birthDate: { column: NASC, date: [dd/MM/yyyy] }
        description: { object: { heightCm: { column: ALTURA, lenient: true } } }
`

/** Runs the command over a folder with a real database in it. */
async function run(change: (yaml: string) => string = (yaml) => yaml, options = { connect: true }) {
  using folder = temporaryFolder({
    'XA/bureau.yaml': change(bureauYaml('XA', fields).replace('      fields:', `${connected}      fields:`)),
  })
  const database = new DatabaseSync(join(folder.path, 'XA', 'cases.sqlite'))
  database.exec(
    'CREATE TABLE PESSOAS (ID INTEGER PRIMARY KEY, SEXO TEXT, NASC TEXT, ALTURA TEXT, CRIADO TEXT); CREATE TABLE ALCUNHAS (ID_PESSOA INTEGER, NOME TEXT)',
  )
  const insert = database.prepare('INSERT INTO PESSOAS VALUES (?, ?, ?, ?, ?)')
  for (let id = 1; id <= 20; id++) {
    insert.run(id, id % 2 === 0 ? '1' : '2', id > 12 ? 'hidden value' : '17/03/1985', id === 1 ? 'tall' : '180', '2024-01-02T03:04:05Z')
    database.prepare('INSERT INTO ALCUNHAS VALUES (?, ?)').run(id, `Zé ${id}`)
  }
  database.close()
  let output = ''
  const write = (text: string) => {
    output += text
  }
  const code = await check([join(folder.path, 'XA')], options, { write, environment: {} })
  return { code, output: output.replaceAll(folder.path, '') }
}

describe('comity check', () => {
  it('says without a connection which fields are mapped', async () => {
    const { code, output } = await run(undefined, { connect: false })
    expect(code).toBe(0)
    expect(output).toContain('Person: 5 of 23 fields mapped')
    expect(output).toContain('not mapped: handling, status')
    expect(output).toContain('0 errors, 1 warning')
  })

  it('says with a connection how many rows map, and which do not and why, never with a value', async () => {
    const { code, output } = await run()
    expect(code).toBe(0)
    expect(output).toContain('20 sample rows: 12 mapped, 8 left out')
    expect(output).toContain('! birthDate: is not a date in any of the patterns\n      8 times, keys 13, 14, 15, 16, 17, …')
    expect(output).toContain('! description.heightCm: is not a number\n      1 times, keys 1')
    expect(output).not.toContain('hidden value')
    expect(output).not.toContain('Zé')
  })

  it('says what the system can do itself', async () => {
    const { output } = await run()
    expect(output).toContain('the system filters by: names.full, sex, birthDate, recordedAt')
    expect(output).toContain('the system orders by: recordedAt')
    expect(output).toContain('the hub orders by: birthDate')
  })

  it.each([
    ['column: NASC', 'column: NASCC', 'PESSOAS has no field "NASCC"', 'did you mean "NASC"?'],
    ['from: ALCUNHAS', 'from: ALCUNHA', 'the system has no source "ALCUNHA"', ''],
    ['column: NOME', 'column: NOMES', 'ALCUNHAS has no field "NOMES"', 'did you mean "NOME"?'],
    ['date: [dd/MM/yyyy]', 'date: [yyyy]', 'none of 20 sample rows could be mapped', ''],
    ['cases.sqlite', 'cases.db', 'the system gave no answer', ''],
  ])('fails when %s is %s: %s', async (from, to, message, hint) => {
    const { code, output } = await run((yaml) => yaml.replace(from, to))
    expect(code).toBe(1)
    expect(output).toContain(message)
    expect(output).toContain(hint)
    expect(output).toMatch(/error \/XA\/bureau\.yaml:\d+:\d+/)
  })

  it('does not connect a bureau whose files have errors', async () => {
    const { code, output } = await run((yaml) => yaml.replace('codes: sex', 'codes: sx'))
    expect(code).toBe(1)
    expect(output).toContain('not connected: mend the errors first')
  })

  it('fits a terminal', async () => {
    const { output } = await run()
    for (const line of output.split('\n').filter((one) => !one.includes('/'))) expect(line.length).toBeLessThanOrEqual(100)
  })
})
