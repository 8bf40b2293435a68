import { readdirSync, readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { PGlite } from '@electric-sql/pglite'
import { parse } from 'csv-parse/sync'
import { startDemoSystems } from '../examples/demo.ts'

/**
 * The same question, written out by hand for exactly these five systems: the newest notices with the names and the birth date of their persons. No token, no purpose, no rules, no record,
 * no status, no cursor; native values go out as they are, but for the date of issue.
 */
const [dataDir = '', today = ''] = process.argv.slice(2)
const systems = await startDemoSystems({ dataDir, scale: 1, seed: 1, today, log: () => {} })
const { XB_URL, XB_TOKEN, XC_URL, XC_KEY } = systems.environment
const demo = join(dataDir, 'demo')

interface Row {
  readonly owner: string
  readonly number: string
  readonly issuedOn: string
  readonly subject: { readonly names: readonly string[]; readonly birthDate: unknown } | null
}
type Native = Record<string, never>

const dashed = (day: string) => `${day.slice(0, 4)}-${day.slice(4, 6)}-${day.slice(6, 8)}`
const joined = (...parts: readonly unknown[]) => parts.filter((part) => typeof part === 'string' && part !== '').join(' ')

const postgres = await PGlite.create(join(demo, 'xa', 'pglite'))
async function newestOfXA(limit: number): Promise<Row[]> {
  const { rows } = await postgres.query<Native>(
    `SELECT a.oeffentl_nr, a.ausgestellt_am::text AS tag, p.pers_nr, p.geb_datum,
       (SELECT json_agg(concat_ws(' ', n.vorname, n.vatersname, n.nachname) ORDER BY n.lfd) FROM personen_namen n WHERE n.pers_nr = p.pers_nr) AS namen
     FROM ausschreibungen a LEFT JOIN personen p USING (pers_nr) ORDER BY a.ausgestellt_am DESC, a.aus_nr LIMIT $1`,
    [limit],
  )
  return rows.map((row) => ({
    owner: 'XA',
    number: row['oeffentl_nr'] as unknown as string,
    issuedOn: row['tag'] as unknown as string,
    subject: row['pers_nr'] === null ? null : { names: row['namen'] as unknown as string[], birthDate: row['geb_datum'] },
  }))
}

async function getXB(path: string): Promise<Native[]> {
  const response = await fetch(`${XB_URL}/api/v2${path}`, { headers: { authorization: `Bearer ${XB_TOKEN}` } })
  return ((await response.json()) as { resultats: Native[] }).resultats
}
async function newestOfXB(limit: number): Promise<Row[]> {
  const notices = await getXB(`/avis?tri=-dateEmission&parPage=${limit}`)
  const ids = [...new Set(notices.map((one) => one['personne'] as unknown as string | null).filter((id) => id !== null))]
  const persons = new Map(
    (await getXB(`/personnes?parPage=${limit}&ids=${ids.join(',')}`)).map((one) => [one['id'] as unknown as string, one]),
  )
  return notices.map((one) => {
    const person = persons.get(one['personne'] as unknown as string) as unknown as
      | { etatCivil: Native; autresNoms: Native[] | null }
      | undefined
    const names =
      person === undefined
        ? []
        : [person.etatCivil, ...(person.autresNoms ?? [])].map((name) => joined(name['prenoms'], name['patronyme'], name['nom']))
    const birth = (person?.etatCivil['naissance'] as unknown as { date: string } | null)?.date
    return {
      owner: 'XB',
      number: one['numero'] as unknown as string,
      issuedOn: (one['dateEmission'] as unknown as string).slice(0, 10),
      subject: person === undefined ? null : { names, birthDate: birth ?? null },
    }
  })
}

async function askXC<T>(query: string, variables: unknown): Promise<T> {
  const headers = { 'x-api-key': XC_KEY ?? '', 'content-type': 'application/json' }
  const response = await fetch(`${XC_URL}/graphql`, { method: 'POST', headers, body: JSON.stringify({ query, variables }) })
  return ((await response.json()) as { data: T }).data
}
interface XcName {
  readonly nombresDePila: string | null
  readonly patronimico: string | null
  readonly apellidos: string | null
}
async function newestOfXC(limit: number): Promise<Row[]> {
  const list = `query ($first: Int) { requisitorias(first: $first, orden: EMITIDA_DESC) { edges { node { numero emitida sujeto } } } }`
  const { requisitorias } = await askXC<{
    requisitorias: { edges: { node: { numero: string; emitida: string; sujeto: string | null } }[] }
  }>(list, { first: limit })
  const keys = [...new Set(requisitorias.edges.map(({ node }) => node.sujeto).filter((key) => key !== null))]
  const byKey = `query ($keys: [ID!]!) { sujetosPorClave(claves: $keys) { clave nacimiento nombres { nombresDePila patronimico apellidos } } }`
  const { sujetosPorClave } = await askXC<{ sujetosPorClave: { clave: string; nacimiento: string | null; nombres: XcName[] }[] }>(byKey, {
    keys,
  })
  const persons = new Map(sujetosPorClave.map((one) => [one.clave, one]))
  return requisitorias.edges.map(({ node }) => {
    const person = persons.get(node.sujeto ?? '')
    const names = person?.nombres.map((name) => joined(name.nombresDePila, name.patronimico, name.apellidos)) ?? []
    return {
      owner: 'XC',
      number: node.numero,
      issuedOn: dashed(node.emitida),
      subject: person ? { names, birthDate: person.nacimiento } : null,
    }
  })
}

const sqlite = new DatabaseSync(join(demo, 'xd', 'ficheiro.sqlite'), { readOnly: true })
const newestInXD = sqlite.prepare(
  `SELECT d.nr_publico, d.dt_emissao, d.cod_individuo, i.nome_completo, i.dt_nasc,
     (SELECT json_group_array(a.nome) FROM TB_ALCUNHA a WHERE a.cod_individuo = i.cod_individuo) AS alcunhas
   FROM TB_DIFUSAO d LEFT JOIN TB_INDIVIDUO i USING (cod_individuo) ORDER BY d.dt_emissao DESC, d.nr_difusao LIMIT ?`,
)
function newestOfXD(limit: number): Row[] {
  return newestInXD.all(limit).map((row) => ({
    owner: 'XD',
    number: String(row['nr_publico']),
    issuedOn: String(row['dt_emissao']).replaceAll('/', '-'),
    subject:
      row['cod_individuo'] === null
        ? null
        : { names: [String(row['nome_completo']), ...(JSON.parse(String(row['alcunhas'])) as string[])], birthDate: row['dt_nasc'] },
  }))
}

const drop = join(demo, 'xe', 'gelen')
const files = (start: string) =>
  readdirSync(drop)
    .filter((name) => name.startsWith(start))
    .sort()
const text = (name: string) => readFileSync(join(drop, name), 'utf8')
const personsOfXE = new Map<string, Record<string, string | null>>()
for (const line of files('kisiler').flatMap((name) => text(name).split('\n'))) {
  if (!line.startsWith('{') || !line.endsWith('}')) continue
  const person = JSON.parse(line) as Record<string, string | null>
  personsOfXE.set(person['no'] ?? '', person)
}
const noticesOfXE = files('bultenler')
  .flatMap((name) => parse(text(name), { columns: true, delimiter: ';', relax_column_count: true }) as Record<string, string>[])
  .filter((row) => /^\d{8}$/.test(row['yayin'] ?? ''))
  .sort((a, b) => ((a['yayin'] ?? '') < (b['yayin'] ?? '') ? 1 : -1))
function newestOfXE(limit: number): Row[] {
  return noticesOfXE.slice(0, limit).map((row) => {
    const person = personsOfXE.get(row['kisi_no'] ?? '')
    const aliases = JSON.parse(person?.['takma_adlar'] ?? '[]') as Record<string, string>[]
    const names = person
      ? [joined(person['ad'], person['baba_adi'], person['soyad']), ...aliases.map((one) => joined(one['ad'], one['soyad']))]
      : []
    return {
      owner: 'XE',
      number: row['resmi_no'] ?? '',
      issuedOn: dashed(row['yayin'] ?? ''),
      subject: person ? { names, birthDate: person['dogum'] } : null,
    }
  })
}

async function page(limit: number): Promise<Row[]> {
  const parts = await Promise.all([newestOfXA(limit), newestOfXB(limit), newestOfXC(limit), newestOfXD(limit), newestOfXE(limit)])
  return parts
    .flat()
    .sort((a, b) => (a.issuedOn === b.issuedOn ? (a.owner < b.owner ? -1 : 1) : a.issuedOn < b.issuedOn ? 1 : -1))
    .slice(0, limit)
}

const server = createServer((request, response) => {
  request.resume().on('end', async () => {
    const nodes = await page(50)
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ data: { notices: { nodes } } }))
  })
})
server.listen(0, '127.0.0.1', () => console.log(`ready on http://127.0.0.1:${(server.address() as AddressInfo).port}/`))
process.once('SIGINT', async () => {
  server.close()
  server.closeAllConnections()
  await systems.stop()
  process.exit(0)
})
