import { type ChildProcess, fork } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type DemoSystems, isCurrent, startDemoSystems } from '../../examples/demo.ts'
import { startServer } from '../../examples/systems/startServer.ts'

const options = { scale: 0.02, seed: 1, today: '2026-11-01' }
const started: DemoSystems[] = []
let made = ''
let dataDir = ''
let lines: string[] = []

beforeAll(async () => {
  made = mkdtempSync(join(tmpdir(), 'comity-demo-'))
  await (await startDemoSystems({ ...options, dataDir: made, log: () => {} })).stop()
})
afterAll(() => rmSync(made, { recursive: true, force: true }))

/** Every test has a folder of its own, in which the demo has been started once before. */
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'comity-demo-'))
  cpSync(made, dataDir, { recursive: true })
  lines = []
})
afterEach(async () => {
  await Promise.all(started.splice(0).map((systems) => systems.stop()))
  rmSync(dataDir, { recursive: true, force: true })
})

async function start(over: Partial<typeof options> = {}): Promise<DemoSystems> {
  const systems = await startDemoSystems({ ...options, ...over, dataDir, log: (line) => lines.push(line) })
  started.push(systems)
  return systems
}

describe('the demo systems', () => {
  it('are five, two of them in processes of their own, and tell where they are', async () => {
    const { systems, environment } = await start()
    expect(systems.map(({ code, pid }) => [code, pid !== undefined])).toEqual([
      ['XA', false],
      ['XB', true],
      ['XC', true],
      ['XD', false],
      ['XE', false],
    ])
    expect(environment['COMITY_DATA_DIR']).toBe(dataDir)
    const answer = await fetch(`${environment['XB_URL']}/api/v2/etat`, { headers: { authorization: `Bearer ${environment['XB_TOKEN']}` } })
    expect(answer.status).toBe(200)
  })

  it('write their variables to a file that only its owner reads', async () => {
    const { environment } = await start()
    const file = join(dataDir, 'demo', 'systems.env')
    expect(statSync(file).mode & 0o777).toBe(0o600)
    expect(readFileSync(file, 'utf8')).toContain(`XB_TOKEN=${JSON.stringify(environment['XB_TOKEN'])}`)
  })

  it('keep their data at the next start, and what was dropped into it', async () => {
    const dropped = join(dataDir, 'demo', 'xe', 'gelen', 'kisiler-9999.ndjson')
    writeFileSync(dropped, '')
    await start({ today: '2026-11-28' })
    expect(lines).toEqual([])
    expect(existsSync(dropped)).toBe(true)
  })

  it('are made anew, and say so, when the seed is another or the last start was interrupted', async () => {
    mkdirSync(join(dataDir, 'demo.new', 'xa'), { recursive: true })
    await start({ seed: 2 })
    expect(lines.length).toBeGreaterThan(5)
    expect(existsSync(join(dataDir, 'demo.new'))).toBe(false)
    expect(JSON.parse(readFileSync(join(dataDir, 'demo', 'manifest.json'), 'utf8'))).toMatchObject({ seed: 2, today: options.today })
  })

  it('keep data of the same version, seed and scale for four weeks', () => {
    const wanted = { version: 2, ...options }
    expect(isCurrent(wanted, { ...wanted, today: '2026-11-28' })).toBe(true)
    const others = [{ today: '2026-11-29' }, { today: '2026-10-31' }, { seed: 2 }, { scale: 0.03 }, { version: 3 }]
    for (const over of others) expect(isCurrent(wanted, { ...wanted, ...over })).toBe(false)
    expect(isCurrent(null, wanted)).toBe(false)
  })

  it('end when they are stopped, twice over', async () => {
    const systems = await start()
    const port = Number(new URL(systems.environment['XC_URL'] ?? '').port)
    await systems.stop()
    await systems.stop()
    await expect(dial(port)).resolves.toBe(false)
  })

  it('end with the process that started them', async () => {
    const parent = fork(join(import.meta.dirname, 'startAndTell.ts'), [dataDir], { execArgv: [] })
    const [port] = await message(parent)
    expect(await dial(port)).toBe(true)
    parent.kill('SIGKILL')
    await closed(port)
  })

  it('tell when a server cannot start', async () => {
    const script = join(import.meta.dirname, '..', '..', 'examples', 'systems', 'xb', 'server.ts')
    const server = { script, data: join(dataDir, 'none.json'), environment: { XB_TOKEN: '' }, port: 0 }
    await expect(startServer(server)).rejects.toThrow('ended with code 1')
  })
})

function message(child: ChildProcess): Promise<readonly [number]> {
  return new Promise((resolve, reject) => {
    child.once('message', (port) => resolve([port as number]))
    child.once('exit', (code) => reject(new Error(`ended with ${code}`)))
  })
}

function dial(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => {
      socket.destroy()
      resolve(true)
    })
    socket.once('error', () => resolve(false))
  })
}

/** Resolves when the other side of an open connection goes away. */
function closed(port: number): Promise<void> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1')
    socket.once('error', () => resolve())
    socket.once('close', () => resolve())
    socket.resume()
  })
}
