import { afterAll, describe, expect, it } from 'vitest'
import { LauncherBench } from '../support/house/launcherBench.ts'

const installed = new LauncherBench()
installed.install()
const bare = new LauncherBench()
const broken = new LauncherBench()
broken.install(broken.unrunnable())
afterAll(() => {
  for (const bench of [installed, bare, broken]) bench.remove()
})

const current = { node: process.execPath, flags: [], variables: {} }
const said = (out: string) => JSON.parse(out.split('\n')[0] ?? '') as { node: number; pid: number; args: string[] }
const oneLine = /^Comity needs Node 24 or later: this is v\d+\.\d+\.\d+, and none came with the packages for \w+ \w+\.\n$/

describe('on Node 24', () => {
  it('runs the program in its own process, with its arguments and exit code', async () => {
    const run = installed.start(current, 'exit', '7', 'two words')
    const { code, out } = await run.end
    expect(code).toBe(7)
    expect(said(out)).toEqual({ node: expect.any(Number), pid: run.child.pid, args: ['exit', '7', 'two words'] })
  })

  it('stops the program in order when npm ends the shell in between', async () => {
    const script = `"${process.execPath}" "${installed.bin}" serve; true`
    const run = installed.startCommand('sh', ['-c', script], { npm_lifecycle_event: 'start' })
    await run.shows('serving')
    run.child.kill('SIGTERM')
    await run.shows('heard SIGTERM')
    await run.end
  })
})

describe.each(installed.launchers())('on $name', (old) => {
  it('runs the program under the packaged Node, from a path with a space, and ends as it ends', async () => {
    const failing = await installed.start(old, 'exit', '7', 'two words').end
    expect(failing).toMatchObject({ code: 7, err: '' })
    expect(said(failing.out)).toMatchObject({ args: ['exit', '7', 'two words'] })
    expect(said(failing.out).node).toBeGreaterThanOrEqual(24)
    expect(await installed.start(old, 'exit', '0').end).toMatchObject({ code: 0, signal: null })
    expect(await installed.start(old, 'die').end).toMatchObject({ code: null, signal: 'SIGKILL' })
  })

  it('passes Ctrl-C on once, also when the terminal and npm both send it', async () => {
    const { child, shows, end } = installed.start(old, 'serve')
    await shows('serving')
    process.kill(-(child.pid ?? 0), 'SIGINT')
    await shows('heard SIGINT')
    process.kill(-(child.pid ?? 0), 'SIGINT')
    // Signals keep their order on the way, so that when this one has arrived no other is still to come.
    child.kill('SIGTERM')
    const { code, out } = await end
    expect(out).toContain('{"SIGINT":1,"SIGTERM":1}')
    expect(code).toBe(0)
  })

  it('passes SIGTERM on', async () => {
    const { child, shows, end } = installed.start(old, 'serve')
    await shows('serving')
    child.kill('SIGTERM')
    expect(await end).toMatchObject({ code: 0, signal: null, out: expect.stringContaining('heard SIGTERM') })
  })

  it('stops the program in order when the launcher is killed outright', async () => {
    const { child, shows, end } = installed.start(old, 'serve')
    await shows('serving')
    child.kill('SIGKILL')
    await shows('heard SIGTERM')
    await end
  })

  it('says in one line what is missing when there is no packaged Node', async () => {
    expect(await bare.start(old, 'exit', '0').end).toMatchObject({ code: 1, out: '', err: expect.stringMatching(oneLine) })
  })

  it('says the same when the packaged Node cannot run here', async () => {
    expect(await broken.start(old, 'exit', '0').end).toMatchObject({ code: 1, out: '', err: expect.stringMatching(oneLine) })
  })
})
