import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, vi } from 'vitest'
import { runComity, startDemoProcess } from '../support/demoProcess.ts'

interface Seen {
  readonly data: {
    readonly alerts: {
      readonly nodes: readonly { readonly owner: { readonly code: string }; readonly kind: string; readonly late: boolean }[]
    }
    readonly bureaus: readonly {
      readonly code: string
      readonly feeds: readonly { readonly watermark: string | null; readonly gap: boolean }[]
    }[]
  }
}

const question = `{
  alerts(first: 100) { nodes { owner { code } kind late } }
  bureaus { code feeds { watermark gap } }
}`

it('the demo changes by itself, all its bureaus are captured, and their officers are alerted', { timeout: 180_000 }, async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'comity-changes-'))
  const demo = await startDemoProcess(dataDir, ['--scale', '0.1'], {}, { quiet: false })
  try {
    const askers = await Promise.all(
      [
        ['xd-ncb-officer', 'INVESTIGATION'],
        ['xe-auditor', 'AUDIT'],
      ].map(async ([persona = '', purpose = '']) => {
        const { out } = await runComity(['token', '--as', persona, '--purpose', purpose, '--case', 'C-1'], { COMITY_DATA_DIR: dataDir })
        return { authorization: `Bearer ${out.trim()}`, 'content-type': 'application/json', 'comity-purpose': `${purpose}; case=C-1` }
      }),
    )
    const ask = async (headers: Record<string, string>) => {
      const response = await fetch(`${demo.url}/graphql`, { method: 'POST', headers, body: JSON.stringify({ query: question }) })
      return ((await response.json()) as Seen).data
    }
    await vi.waitFor(
      async () => {
        const [seen] = await Promise.all(askers.map(ask))
        const feeds = seen?.bureaus.flatMap((bureau) => bureau.feeds) ?? []
        expect(feeds).toHaveLength(20)
        expect(feeds.filter(({ watermark, gap }) => watermark === null || gap)).toEqual([])
      },
      { timeout: 120_000, interval: 500 },
    )
    await vi.waitFor(
      async () => {
        const owners = (await Promise.all(askers.map(ask))).flatMap(({ alerts }) => alerts.nodes.map(({ owner }) => owner.code))
        expect([...new Set(owners)].sort()).toEqual(['XD', 'XE'])
      },
      { timeout: 120_000, interval: 500 },
    )
  } finally {
    await demo.interrupt()
    rmSync(dataDir, { recursive: true, force: true })
  }
})
