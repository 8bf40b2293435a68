import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { aborted, type Lead, type Leadership } from '../../../src/store/leadership.ts'
import { PostgresLeadership } from '../../../src/store/postgresLeadership.ts'
import { SoleLeadership } from '../../../src/store/soleLeadership.ts'
import { query, startPostgres } from '../../support/postgres.ts'
import type { PrivateServer } from '../../support/privateServer.ts'

let server: PrivateServer
const leads: Lead[] = []
beforeAll(async () => {
  server = await startPostgres()
})
afterAll(() => server?.stop())
afterEach(async () => {
  await Promise.all(leads.splice(0).map((lead) => lead.stop()))
})

/** Leads, and tells how many do the work at once. */
class Workers {
  at = 0
  most = 0
  begun = 0

  begin(leadership: Leadership, name = 'work'): Lead {
    const lead = leadership.lead(name, async (signal) => {
      this.begun++
      this.at++
      this.most = Math.max(this.most, this.at)
      await aborted(signal)
      // The work has something to finish.
      await new Promise((resolve) => setImmediate(resolve))
      this.at--
    })
    leads.push(lead)
    return lead
  }
}

const node = (over = {}) => new PostgresLeadership(server.url, { electionMs: 20, leaseMs: 2000, ...over })
const endSessions = () =>
  query(server.url, "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'comity leader'")

describe('a node on its own', () => {
  it('leads until it is told to stop, and begins again what has ended', async () => {
    const failures: string[] = []
    const workers = new Workers()
    const lead = workers.begin(new SoleLeadership())
    expect([lead.leads, workers.at]).toEqual([true, 1])
    await lead.stop()
    expect([lead.leads, workers.at]).toEqual([false, 0])
    let ran = 0
    const failing = new SoleLeadership((name, error) => failures.push(`${name} ${String(error)}`)).lead('x', async (signal) => {
      ran++
      if (ran === 1) throw new Error('no')
      await aborted(signal)
    })
    leads.push(failing)
    await expect.poll(() => ran, { timeout: 5000 }).toBe(2)
    expect(failures).toEqual(['x Error: no'])
  })
})

describe('among the nodes of a cluster', () => {
  it('one leads, another when that one stops, and each name has a leader of its own', async () => {
    const workers = new Workers()
    const nodes = [workers.begin(node()), workers.begin(node()), workers.begin(node())]
    const leading = () => nodes.filter((lead) => lead.leads)
    await expect.poll(() => leading().length).toBe(1)
    const [first] = leading()
    await first?.stop()
    expect(first?.leads).toBe(false)
    await expect.poll(() => leading().length).toBe(1)
    expect(leading()[0]).not.toBe(first)
    const other = new Workers()
    other.begin(node(), 'another')
    await expect.poll(() => other.at).toBe(1)
    expect([workers.most, workers.begun]).toEqual([1, 2])
  })

  it('one leads again after the server has ended all their sessions', async () => {
    const workers = new Workers()
    const nodes = [workers.begin(node()), workers.begin(node())]
    await expect.poll(() => workers.at).toBe(1)
    await endSessions()
    await expect.poll(() => workers.begun, { timeout: 5000 }).toBeGreaterThan(1)
    await expect.poll(() => workers.at).toBe(1)
    expect(nodes.filter((lead) => lead.leads)).toHaveLength(1)
  })

  it('work that fails is told, and begun again', async () => {
    const failures: unknown[] = []
    let ran = 0
    const lead = node({ onFailure: (_name: string, error: unknown) => failures.push(error) }).lead('fails', async (signal) => {
      ran++
      if (ran === 1) throw new Error('no')
      await aborted(signal)
    })
    leads.push(lead)
    await expect.poll(() => ran, { timeout: 5000 }).toBe(2)
    expect(failures.map(String)).toEqual(['Error: no'])
  })

  it('one that stands still leads no more, and learns of it when it wakes', { timeout: 30_000 }, async () => {
    const child: ChildProcess = fork(join(import.meta.dirname, 'leadAndTell.ts'), [server.url, '600'], { stdio: 'inherit' })
    const said: string[] = []
    child.on('message', (message) => said.push(String(message)))
    try {
      await expect.poll(() => said, { timeout: 15_000 }).toEqual(['leads'])
      const workers = new Workers()
      workers.begin(node({ leaseMs: 600 }))
      child.kill('SIGSTOP')
      await expect.poll(() => workers.at, { timeout: 10_000 }).toBe(1)
      expect(said).toEqual(['leads'])
      child.kill('SIGCONT')
      await expect.poll(() => said, { timeout: 10_000 }).toEqual(['leads', 'lost'])
      expect(workers.at).toBe(1)
    } finally {
      child.kill('SIGKILL')
      if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
    }
  })

  it('a server that cannot be reached is asked again', async () => {
    const workers = new Workers()
    const lead = workers.begin(new PostgresLeadership('postgres://tester@127.0.0.1:1/none', { electionMs: 5 }))
    await lead.stop()
    expect(workers.begun).toBe(0)
  })

  it('does not lead while its clock is wrong, says so once, and leaves the work to others', async () => {
    let wrongBy = 60_000
    const told: string[] = []
    const clock = () => Date.now() + wrongBy
    const wrong = new Workers()
    const right = new Workers()
    const onWrongClock = (name: string, aheadMs: number) => void told.push(`${name} ${Math.round(aheadMs / 1000)}`)
    const lead = wrong.begin(node({ clock, onWrongClock }), 'timed')
    await expect.poll(() => told).toEqual(['timed 60'])
    const other = right.begin(node(), 'timed')
    await expect.poll(() => right.at).toBe(1)
    expect([wrong.begun, told]).toEqual([0, ['timed 60']])
    await other.stop()
    wrongBy = 0
    await expect.poll(() => lead.leads).toBe(true)
    wrongBy = -60_000
    await expect.poll(() => [lead.leads, wrong.at, told], { timeout: 5000 }).toEqual([false, 0, ['timed 60', 'timed -60']])
  })
})
