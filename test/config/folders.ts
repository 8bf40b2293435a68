import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

/** A private folder with these files; `Symbol.dispose` removes it. */
export function temporaryFolder(files: Readonly<Record<string, string | Uint8Array>>): { readonly path: string } & Disposable {
  const path = mkdtempSync(join(tmpdir(), 'comity-config-'))
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(path, name)), { recursive: true })
    writeFileSync(join(path, name), content)
  }
  return { path, [Symbol.dispose]: () => rmSync(path, { recursive: true }) }
}

/** A bureau.yaml that has no mistake; `more` is appended. */
export function bureauYaml(code: string, more = ''): string {
  return `comity: bureau/v1
code: ${code}
name: Central Bureau of ${code}
timeZone: Europe/Lisbon
languages: [pt, en]
connector:
  kind: sqlite
  file: \${${code}_FILE:-./cases.sqlite}
mapping:
  codes:
    sex: { '1': M, '2': F }
  types:
    Person:
      from: PESSOAS
      key: ID
      fields:
        sex: { column: SEXO, codes: sex }
        recordedAt: { column: CRIADO }
${more}`
}
