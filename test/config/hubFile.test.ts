import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { readSettings, SettingsRefused } from '../../src/config/settings.ts'

const folder = mkdtempSync(join(tmpdir(), 'comity-hub-file-'))
afterAll(() => rmSync(folder, { recursive: true }))

/** Settings by a file of this text, and the environment. */
function settingsOf(text: string, variables: Record<string, string> = {}) {
  const path = join(folder, 'comity.yaml')
  writeFileSync(path, `comity: hub/v1\n${text}`)
  return readSettings(path, variables)
}

/** What is said of a file that is refused, without the folder. */
function refusalOf(text: string, variables: Record<string, string> = {}): string {
  try {
    settingsOf(text, variables)
  } catch (error) {
    if (error instanceof SettingsRefused) return error.message.replaceAll(`${folder}/`, '')
    throw error
  }
  return 'not refused'
}

describe('comity.yaml', () => {
  it('says how a hub is run; paths start at its folder, references are resolved', () => {
    writeFileSync(join(folder, 'secret'), 'postgres://db.example/comity\n')
    const settings = settingsOf(
      `
listen: { host: 10.0.0.5, port: "\${DOOR}", tls: { certificate: a.pem, key: /etc/a.key, clients: { authority: ca.pem, bureaus: { XA: [gateway.xa.example] } } } }
bureaus: bureaus
data: \${DATA:-state}
database: { url: "\${file:${join(folder, 'secret')}}" }
redis: { url: rediss://redis.example }
metrics: { port: 9464 }
documents: { folder: published, required: true }
limits: { hitChecksPerDay: 7 }
ledger: { export: out }
executor: graphql-js
log: warn
`,
      { DOOR: '4433' },
    )
    expect(settings).toMatchObject({
      host: '10.0.0.5',
      port: 4433,
      tls: {
        certificate: join(folder, 'a.pem'),
        key: '/etc/a.key',
        clients: { authority: join(folder, 'ca.pem'), required: true, bureaus: { XA: ['gateway.xa.example'] } },
      },
      bureaus: join(folder, 'bureaus'),
      dataDir: join(folder, 'state'),
      databaseUrl: 'postgres://db.example/comity',
      redisUrl: 'rediss://redis.example',
      metrics: { host: '127.0.0.1', port: 9464 },
      documents: join(folder, 'published'),
      documentsOnly: true,
      hitChecksPerDay: 7,
      ledgerExport: join(folder, 'out'),
      executor: 'graphql-js',
      logLevel: 'warn',
      production: false,
    })
  })

  it('gives way to a variable that is set, and not to one that is empty', () => {
    const variables = { PORT: '5000', COMITY_LOG: '', COMITY_HIT_CHECKS: '3', COMITY_DOCUMENTS_ONLY: 'false' }
    expect(
      settingsOf('listen: { port: 4001 }\nlog: debug\ndocuments: { folder: d, required: true }\nlimits: { hitChecksPerDay: 9 }', variables),
    ).toMatchObject({
      port: 5000,
      logLevel: 'debug',
      hitChecksPerDay: 3,
      documentsOnly: false,
    })
  })

  it('is told every mistake at once, each with its line, and never with a value', () => {
    const text = 'listen: { prot: 1, port: 99999 }\ndatabase:\n  url: mysql://root:hunter2@db/x\nlog: loud\nmetrics: {}'
    expect(refusalOf(text)).toBe(`\
comity.yaml:2:20 error listen.port: "port" must be a whole number from 0 to 65535
comity.yaml:2:11 error listen.prot: "prot" is not known here (known here: host, port, tls)
comity.yaml:4:3 error database.url: "url" must be an address that begins with postgres://
comity.yaml:6:1 error metrics.port: "port" is missing
comity.yaml:5:1 error log: "log" must be one of trace, debug, info, warn, error, fatal, silent`)
  })

  it('is told of references that lead nowhere', () => {
    expect(refusalOf('data: ${NOWHERE}')).toMatch(/^comity.yaml:2:1 error data: the environment variable NOWHERE is not set/)
    expect(refusalOf('redis: { url: "${file:/no/such/file}" }')).toMatch(/redis.url: the file that it refers to cannot be read/)
  })

  it('must be there', () => {
    expect(() => readSettings(join(folder, 'elsewhere.yaml'), {})).toThrow(/elsewhere.yaml error file: there is no such file/)
  })
})

describe('in production', () => {
  it.each([
    ['listening beyond this machine without TLS', 'listen: { host: 0.0.0.0 }', 'CLEAR_HTTP'],
    ['a database elsewhere without TLS', 'database: { url: postgres://db.example/c }', 'CLEAR_DATABASE'],
    [
      'a database elsewhere whose certificate nobody looks at',
      'database: { url: "postgres://db.example/c?sslmode=require" }',
      'CLEAR_DATABASE',
    ],
    ['Redis elsewhere without TLS', 'redis: { url: redis://redis.example }', 'CLEAR_REDIS'],
    ['metrics beyond this machine', 'metrics: { host: 10.1.2.3, port: 9464 }', 'OPEN_METRICS'],
  ])('refuses %s, unless it is accepted by name', (_words, text, risk) => {
    expect(refusalOf(text)).toBe('not refused')
    expect(refusalOf(`${text}\nproduction: true`)).toContain(`${risk}: the hub `)
    expect(refusalOf(text, { NODE_ENV: 'production' })).toContain(`${risk}: the hub `)
    expect(refusalOf(`${text}\nproduction: true\naccept: [${risk}]`)).toBe('not refused')
  })

  it('takes what is guarded', () => {
    const text = `production: true
listen: { host: 0.0.0.0, tls: { certificate: a, key: b } }
database: { url: "postgres://db.example/c?sslmode=verify-full" }
redis: { url: rediss://redis.example }
metrics: { port: 9464 }`
    expect(refusalOf(text)).toBe('not refused')
    expect(
      refusalOf('production: true\nlisten: { host: "::1" }\ndatabase: { url: postgres://127.0.0.1/c }\nredis: { url: redis://localhost }'),
    ).toBe('not refused')
    expect(refusalOf('production: true\ndatabase: { url: "postgres:///c?host=/run/postgresql" }')).toBe('not refused')
  })
})

it('a file of a bureau cannot have files of the hub read', async () => {
  const { resolveReferences } = await import('../../src/config/resolveReferences.ts')
  const { YamlSource } = await import('../../src/config/yamlSource.ts')
  const { problems } = resolveReferences(new YamlSource('a: ${file:/etc/hostname}', 'bureau.yaml'), {})
  expect(problems).toHaveLength(1)
})
