import { describe, expect, it } from 'vitest'
import { printOutboxDdl } from '../../src/cli/outboxDdl.ts'
import { bureauYaml, temporaryFolder } from '../config/folders.ts'

async function print(capture: string, kind = 'kind: sqlite\n  file: x.sqlite') {
  const yaml = bureauYaml('XA', `capture: ${capture}`).replace(/kind: sqlite\n {2}file: .*/, kind)
  using folder = temporaryFolder({ 'bureau.yaml': yaml })
  const written = { out: '', err: '' }
  const io = {
    out: { write: (text: string) => (written.out += text) },
    err: { write: (text: string) => (written.err += text) },
    environment: {},
  }
  const code = await printOutboxDdl(folder.path, io)
  return { code, ...written }
}

describe('comity outbox ddl', () => {
  it.each([
    ['kind: sqlite\n  file: x.sqlite', 'create trigger "comity PESSOAS PESSOAS insert" after insert on "PESSOAS"'],
    ['kind: mysql\n  url: mysql://x/y', 'create trigger `comity PESSOAS PESSOAS insert` after insert on `PESSOAS`'],
    ['kind: postgres\n  url: postgres://x/y', 'after insert or update or delete on "PESSOAS"'],
  ])('prints the outbox and its triggers for %j', async (kind, trigger) => {
    const { code, out } = await print('{ types: { Person: { mode: outbox, table: telling } } }', kind)
    expect(code).toBe(0)
    expect(out).toContain('create table if not exists telling (')
    expect(out).toContain(trigger)
    expect(out).not.toContain('comity_outbox')
  })

  it('prints the publication for a slot', async () => {
    const { code, out } = await print('{ types: { Person: { mode: slot, slot: s } } }', 'kind: postgres\n  url: postgres://x/y')
    expect(code).toBe(0)
    expect(out).toContain('create publication "comity" for table "PESSOAS";')
  })

  it('prints nothing where nothing is needed, or the file has errors', async () => {
    const none = await print('{ types: { Person: { mode: poll, by: recordedAt } } }')
    expect(none).toMatchObject({ code: 1, out: '' })
    expect(none.err).toContain('XA captures nothing by outbox or slot')
    expect(await print('{ types: { Notice: { mode: outbox } } }')).toMatchObject({ code: 1, out: '' })
  })
})
