import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { Writable } from 'node:stream'
import pino from 'pino'
import { readEnvironment } from '../../src/config/environment.ts'
import { createDemoIssuer } from '../../src/identity/demo/demoIssuer.ts'
import { startHub } from '../../src/main.ts'
import { temporaryFolder } from '../config/folders.ts'
import { type NoticeSystem, startNoticeSystem } from '../faults/noticeSystems.ts'

/** A bureau.yaml over an HTTP system; `more` stands above its connector. */
export function restBureau(code: string, system: NoticeSystem, more = ''): string {
  return `comity: bureau/v1
code: ${code}
name: Central Bureau of ${code}
timeZone: UTC
languages: [en]
limits: { deadlineMs: 20000, retryPercent: 0, hedgePercent: 0 }
${more}connector:
${system.connector(system.server.url)}
mapping:
  types:
    Notice:
      from: notices
      key: id
      fields:
        number: { column: number }
        kind: { column: kind }
        issuedOn: { column: day }
`
}

/** Rules that show notices to everybody, with these fields. */
export function openPolicy(code: string, version: string, fields = 'number, issuedOn'): string {
  return `comity: disclosure/v1
bureau: ${code}
version: ${version}
rules:
  - { id: L, title: t, on: Notice, record: listed, to: any, for: any }
  - { id: F, title: t, on: Notice, fields: [${fields}], level: full, to: any, for: any }
`
}

/** The files of a bureau's folder. */
export function bureauFiles(code: string, system: NoticeSystem, more = ''): Record<string, string> {
  return { [`${code}/bureau.yaml`]: restBureau(code, system, more), [`${code}/disclosure.yaml`]: openPolicy(code, '1') }
}

/** What a question for notices is answered. */
export interface NoticesAnswer {
  readonly errors?: readonly { readonly extensions: { readonly code: string } }[]
  readonly data: {
    readonly notices: {
      readonly nodes: readonly {
        readonly id: string
        readonly owner: { readonly code: string }
        readonly number: string | null
        readonly kind: string | null
      }[]
      readonly sources: readonly { readonly bureau: { readonly code: string }; readonly state: string }[]
      readonly pageInfo: { readonly endCursor: string }
    }
  } | null
}

const noticesQuery = `query ($after: String) { notices(first: 100, after: $after) {
  nodes { id owner { code } number kind } sources { bureau { code } state } pageInfo { endCursor } } }`

/** A hub over XA and XB, whose folders may be changed, joined by others and taken away while it runs. Everything is closed when it is disposed of. */
export async function changingHub(place = temporaryFolder({}), environment: Readonly<Record<string, string>> = {}) {
  const bureaus = join(place.path, 'bureaus')
  const systems = new Map<string, NoticeSystem>()
  const system = async (code: string) => {
    const started = systems.get(code) ?? (await startNoticeSystem('rest', code))
    systems.set(code, started)
    return started
  }
  const write = (files: Readonly<Record<string, string>>) => {
    for (const [name, content] of Object.entries(files)) {
      const path = join(bureaus, name)
      mkdirSync(dirname(path), { recursive: true })
      writeFileSync(`${path}.new`, content)
      renameSync(`${path}.new`, path)
    }
  }
  write({ ...bureauFiles('XA', await system('XA')), ...bureauFiles('XB', await system('XB')) })
  const dataDir = join(place.path, 'state')
  const issuer = await createDemoIssuer({ dataDir, host: '127.0.0.1', production: false })
  const lines: Record<string, unknown>[] = []
  const log = pino({ level: 'info' }, new Writable({ write: (chunk, _, done) => done(void lines.push(JSON.parse(String(chunk)))) }))
  const running = await startHub({
    environment: readEnvironment({ PORT: '0', COMITY_DATA_DIR: dataDir, ...environment }),
    bureaus,
    variables: {},
    skipBroken: false,
    demo: issuer,
    log,
  })
  async function ask<
    T = { readonly data: Record<string, unknown> | null; readonly errors?: readonly { readonly extensions: { readonly code: string } }[] },
  >(query: string, variables: object = {}, as = 'xb-investigator'): Promise<T> {
    const { token = '' } = (await issuer.issue(as)) ?? {}
    return askWith<T>(token, query, variables)
  }
  async function askWith<T>(token: string, query: string, variables: object = {}): Promise<T> {
    const response = await fetch(`${running.url}/graphql`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', 'comity-purpose': 'INVESTIGATION; case=XB-1' },
      body: JSON.stringify({ query, variables }),
    })
    return (await response.json()) as T
  }
  const notices = (variables: object = {}) => ask<NoticesAnswer>(noticesQuery, variables)
  return {
    running,
    issuer,
    lines,
    place,
    system,
    write,
    ask,
    askWith,
    notices,
    /** Takes a bureau's folder away, in one step. */
    remove(code: string) {
      renameSync(join(bureaus, code), join(place.path, `${code}.gone`))
      rmSync(join(place.path, `${code}.gone`), { recursive: true })
    },
    /** Bureaus that are asked for notices now. */
    asked: async () => (await notices()).data?.notices.sources.map(({ bureau }) => bureau.code),
    said: (message: string, bureau?: string) =>
      lines.filter(({ msg, bureau: of }) => msg === message && (bureau === undefined || of === bureau)).length,
    async [Symbol.asyncDispose]() {
      await running.stop()
      for (const { server } of systems.values()) await server.stop()
      place[Symbol.dispose]()
    },
  }
}
