import { hash } from 'node:crypto'
import { readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { describe, expect, it } from 'vitest'
import { isIncluded } from '../../src/audit/ledger/merkleProof.ts'
import { readInclusion } from '../../src/audit/ledger/proofText.ts'
import { isSignedBy, readNote, readVerifierKey } from '../../src/audit/ledger/signedNote.ts'
import { ledgerCheckpoint } from '../../src/cli/ledgerCheckpoint.ts'
import { ledgerKeygen } from '../../src/cli/ledgerKeygen.ts'
import { ledgerOffer, ledgerProof } from '../../src/cli/ledgerProof.ts'
import { ledgerVerify } from '../../src/cli/ledgerVerify.ts'
import { ledgerWitness } from '../../src/cli/ledgerWitness.ts'
import { guards, LedgerWorld } from '../audit/ledger/ledgerWorld.ts'

type Io = Parameters<typeof ledgerCheckpoint>[1]

async function run(command: (io: Io) => Promise<number>) {
  const written = { out: '', err: '' }
  const code = await command({ out: { write: (text) => (written.out += text) }, err: { write: (text) => (written.err += text) } })
  return { code, ...written }
}

/** A ledger of 40 entries, a file of its checkpoint, and a witness beside it. */
async function witnessed() {
  const world = new LedgerWorld()
  world.write(40)
  const dataDir = world.path
  const at = (name: string) => join(world.path, name)
  const { out: witnessKey } = await run((io) => ledgerKeygen('xb.example/witness', at('witness.key'), io))
  const log = at('log.pub')
  writeFileSync(log, `${world.folder.verifier().text}\n`)
  const offer = async (old: number, from = world) => {
    const { out } = await run((io) => ledgerOffer(old, { dataDir: from.path }, io))
    writeFileSync(at('offer'), out)
    return run((io) => ledgerWitness(at('offer'), { log, key: at('witness.key'), state: at('witness.json'), now: 1_790_000_000_000 }, io))
  }
  return { world, dataDir, at, log, witnessKey: witnessKey.trim(), offer }
}

const meddle = (world: LedgerWorld, ...statements: readonly string[]) => {
  const db = new DatabaseSync(join(world.path, 'hub.sqlite'))
  for (const statement of [...guards, ...statements]) db.exec(statement)
  db.close()
}

describe('comity ledger verify', () => {
  it('says that a ledger is whole, and what was not looked at', async () => {
    const { world, dataDir, at, witnessKey, offer } = await witnessed()
    using _ = world
    const alone = await run((io) => ledgerVerify({ dataDir }, io))
    expect(alone).toMatchObject({ code: 0, err: '' })
    expect(alone.out).toMatch(/is whole: 40 entries, \d checkpoints\.\nRoot: \S{44}\nIt was held against no checkpoint kept elsewhere/)
    writeFileSync(at('kept'), (await offer(0)).out)
    const both = await run((io) => ledgerVerify({ dataDir, checkpoint: [at('kept')], witness: [witnessKey], log: at('log.pub') }, io))
    expect(both).toMatchObject({ code: 0, err: '' })
    expect(both.out).not.toContain('kept elsewhere')
  })

  it('names the first bad entry, with exit code 1', async () => {
    const { world, dataDir } = await witnessed()
    using _ = world
    meddle(world, `UPDATE audit SET entry = '{}' WHERE seq IN (17, 18)`)
    const { code, out } = await run((io) => ledgerVerify({ dataDir }, io))
    expect({ code, out }).toEqual({ code: 1, out: 'The ledger is not what was recorded: entry 17 is not what was recorded.\n' })
  })

  it('wants the cosignature of the witness that is named', async () => {
    const { world, dataDir, at, witnessKey } = await witnessed()
    using _ = world
    writeFileSync(at('kept'), world.folder.exported() ?? '')
    const unsigned = await run((io) => ledgerVerify({ dataDir, checkpoint: [at('kept')], witness: [witnessKey] }, io))
    expect(unsigned).toEqual({ code: 1, out: '', err: 'xb.example/witness has cosigned none of these checkpoints\n' })
    expect((await run((io) => ledgerVerify({ dataDir, witness: [witnessKey] }, io))).code).toBe(1)
  })

  it('refuses where there is no ledger, and where a hub is running', async () => {
    using world = new LedgerWorld()
    expect((await run((io) => ledgerVerify({ dataDir: world.path, log: 'no-such-file' }, io))).code).toBe(1)
    const { close } = world.open()
    const { code, err } = await run((io) => ledgerVerify({ dataDir: world.path }, io))
    close()
    expect({ code, err }).toEqual({ code: 1, err: expect.stringContaining('a hub is running') })
  })
})

describe('comity ledger proof', () => {
  it('proves that an entry is in the latest checkpoint', async () => {
    const { world, dataDir, at } = await witnessed()
    using _ = world
    const { code, out } = await run((io) => ledgerProof(7, { dataDir, leaf: at('leaf') }, io))
    expect(code).toBe(0)
    expect(out.split('\n').slice(0, 2)).toEqual(['c2sp.org/tlog-proof@v1', 'index 6'])
    const { index, proof, checkpoint } = readInclusion(out, world.folder.verifier())
    const leaf = readFileSync(at('leaf'), 'utf8')
    expect(JSON.parse(leaf)).toMatchObject({ seq: 7, entry: { keys: ['6', 'k42'] } })
    expect(isIncluded(hash('sha256', `\0${leaf}`, 'buffer'), index, checkpoint.size, proof, checkpoint.root)).toBe(true)
    expect((await run((io) => ledgerProof(41, { dataDir }, io))).err).toContain('the entries 1 to 40')
    expect((await run((io) => ledgerProof(Number.NaN, { dataDir }, io))).code).toBe(1)
  })

  it('proves nothing of a tree that is not the one that was signed', async () => {
    const { world, dataDir } = await witnessed()
    using _ = world
    meddle(world, 'UPDATE ledger_leaf SET hash = zeroblob(32) WHERE number = 3')
    for (const result of [await run((io) => ledgerProof(7, { dataDir }, io)), await run((io) => ledgerOffer(0, { dataDir }, io))])
      expect(result).toMatchObject({ code: 1, out: '', err: expect.stringContaining('not the one that was signed') })
  })
})

describe('comity ledger checkpoint', () => {
  it('prints the latest note, also while a hub is running', async () => {
    using world = new LedgerWorld()
    expect((await run((io) => ledgerCheckpoint({ dataDir: world.path }, io))).code).toBe(1)
    const { close } = world.open()
    expect(await run((io) => ledgerCheckpoint({ dataDir: world.path }, io))).toEqual({ code: 0, out: world.folder.exported(), err: '' })
    close()
  })
})

describe('comity ledger witness', () => {
  it('cosigns what goes on from what it has seen, and remembers it', async () => {
    const { world, offer, witnessKey, at } = await witnessed()
    using _ = world
    const first = await offer(0)
    expect(first.code).toBe(0)
    expect(isSignedBy(readNote(first.out), readVerifierKey(witnessKey))).toBe(true)
    expect(isSignedBy(readNote(first.out), world.folder.verifier())).toBe(true)
    expect((await offer(40)).code).toBe(0)
    world.write(31)
    expect((await offer(0)).err).toContain('offer a proof from there')
    expect((await offer(40)).code).toBe(0)
    expect(JSON.parse(readFileSync(at('witness.json'), 'utf8'))[world.folder.verifier().name].size).toBe(71)
  })

  it('does not cosign a log that was rolled back or written anew, and says so with exit code 3', async () => {
    const { world, offer, at } = await witnessed()
    using _ = world
    expect((await offer(0)).code).toBe(0)
    const memory = readFileSync(at('witness.json'), 'utf8')
    using other = new LedgerWorld()
    other.write()
    // The operator begins anew, with the true key.
    for (const name of ['ledger.key', 'ledger.pub'])
      writeFileSync(join(other.path, 'keys', name), readFileSync(join(world.path, 'keys', name)))
    meddle(other, 'DELETE FROM ledger_checkpoint')
    rmSync(join(other.path, 'checkpoints'), { recursive: true })
    other.write(20)
    expect(other.faults).toEqual([])
    expect(await offer(0, other)).toMatchObject({ code: 3, out: '', err: expect.stringContaining('cut or rolled back') })
    other.write(19, 1, 30)
    expect(await offer(40, other)).toMatchObject({ code: 0 })
    writeFileSync(at('witness.json'), memory.replace(/"root": ".{10}/, '"root": "AAAAAAAAAA'))
    expect(await offer(40, other)).toMatchObject({ code: 3, out: '', err: expect.stringContaining('written anew') })
    expect(readFileSync(at('witness.json'), 'utf8')).toContain('AAAAAAAAAA')
  })

  it('cosigns nothing with a memory that it cannot read, and overwrites no key', async () => {
    const { world, offer, at } = await witnessed()
    using _ = world
    expect(statSync(at('witness.key')).mode & 0o777).toBe(0o600)
    expect(await run((io) => ledgerKeygen('x', at('witness.key'), io))).toMatchObject({ code: 1, out: '' })
    writeFileSync(at('witness.json'), '{')
    expect(await offer(0)).toMatchObject({ code: 1, out: '', err: expect.stringContaining('would forget') })
  })
})
