import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startDemoSystems } from '../../examples/demo.ts'
import { borderChapter } from '../../examples/story/borderChapter.ts'
import { cast } from '../../examples/story/cast.ts'
import { noticeChapter } from '../../examples/story/noticeChapter.ts'
import { operationChapter } from '../../examples/story/operationChapter.ts'
import { requestChapter } from '../../examples/story/requestChapter.ts'
import type { Stage } from '../../examples/story/stage.ts'
import { readEnvironment } from '../config/environment.ts'
import { createDemoIssuer, type DemoIssuer } from '../identity/demo/demoIssuer.ts'
import { createLog, startHub } from '../main.ts'

const examples = join(import.meta.dirname, '..', '..', 'examples')

/** `comity story`: a case across borders, played on a demo of its own with the Secretariat as a sixth member; what each side sees is written line by line. Everything it needs is made in a folder that is gone afterwards. */
export async function story(write: (line: string) => void): Promise<void> {
  const dataDir = mkdtempSync(join(tmpdir(), 'comity-story-'))
  const closing: (() => Promise<void>)[] = []
  try {
    const environment = {
      ...readEnvironment(),
      dataDir,
      port: 0,
      host: '127.0.0.1',
      databaseUrl: null,
      redisUrl: null,
      bureaus: null,
      metrics: null,
    }
    const issuer = await createDemoIssuer({ dataDir, host: environment.host, production: environment.production }, cast)
    write('Five bureaus are made up, and a Secretariat.')
    const today = new Date().toISOString().slice(0, 10)
    const systems = await startDemoSystems({ dataDir, scale: 0.1, seed: 1, today, log: () => {}, changing: false })
    closing.unshift(() => systems.stop())
    const hub = await startHub({
      environment,
      bureaus: withSecretariat(dataDir),
      variables: { ...environment.variables, COMITY_DATA_DIR: dataDir, ...systems.environment },
      skipBroken: false,
      demo: issuer,
      log: createLog('silent'),
    })
    closing.unshift(() => hub.stop())
    const stage = await stageAt(hub.url, issuer, write)
    write('\nI. Help')
    await requestChapter(stage)
    write('\nII. A Red notice')
    const red = await noticeChapter(stage)
    write('\nIII. Operation Nightfall')
    await operationChapter(stage, red)
    write('\nIV. The border')
    await borderChapter(stage, red)
  } finally {
    for (const close of closing) await close()
    rmSync(dataDir, { recursive: true, force: true })
  }
}

/** The demo's bureaus with the story's Secretariat, and with the rules that the story wants of XA put before its own. */
function withSecretariat(dataDir: string): string {
  const folder = join(dataDir, 'bureaus')
  cpSync(join(examples, 'bureaus'), folder, { recursive: true })
  cpSync(join(examples, 'story', 'XS'), join(folder, 'XS'), { recursive: true })
  mkdirSync(join(dataDir, 'story'), { recursive: true })
  writeFileSync(join(dataDir, 'story', 'none-1.ndjson'), '')
  const policy = join(folder, 'XA', 'disclosure.yaml')
  const rules = readFileSync(join(examples, 'story', 'rules.XA.yaml'), 'utf8')
  writeFileSync(
    policy,
    readFileSync(policy, 'utf8').replace(/^rules:\n/m, () => `rules:\n${rules}`),
  )
  return folder
}

async function stageAt(url: string, issuer: DemoIssuer, write: (line: string) => void): Promise<Stage> {
  const tokens = new Map<string, string>()
  for (const { id } of cast) tokens.set(id, (await issuer.issue(id))?.token ?? '')
  const titles = new Map(cast.map(({ id, title }) => [id, title]))
  const post = async (who: string, query: string, variables: Readonly<Record<string, unknown>> = {}) => {
    const one = cast.find(({ id }) => id === who)
    const response = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${tokens.get(who)}`,
        'content-type': 'application/json',
        'comity-purpose': `${one?.purposes[0]}; case=${one?.bureau}-2026-0044`,
      },
      body: JSON.stringify({ query, variables }),
    })
    return (await response.json()) as {
      readonly data?: Readonly<Record<string, unknown>> | null
      readonly errors?: readonly { readonly message: string; readonly extensions: { readonly code: string } }[]
    }
  }
  return {
    async ask(who, query, variables) {
      const { data, errors } = await post(who, query, variables)
      const [error] = errors ?? []
      if (error !== undefined) throw new Error(`${who}: ${error.extensions.code} ${error.message}`)
      return data
    },
    async refused(who, query, variables) {
      const [error] = (await post(who, query, variables)).errors ?? []
      if (error === undefined) throw new Error(`${who} was not refused`)
      return { code: error.extensions.code, message: error.message }
    },
    tell: (line) => write(`\n${line}`),
    sees: (who, what) => write(`  ${(titles.get(who) ?? who).padEnd(18)} sees ${what}`),
  }
}
