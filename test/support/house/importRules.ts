import type { Module } from './readModule.ts'

/** What one room of the house may import. */
interface Room {
  /** Rooms whose code it may run. */
  readonly values: readonly string[]
  /** Rooms of which it may know the types and no more. */
  readonly types?: readonly string[]
}

const belowHub = ['model', 'names', 'disclosure', 'mapping', 'connectors', 'identity', 'audit', 'store', 'links', 'records', 'plan']
const lifecycle = ['lives', 'records', 'links', 'mapping', 'disclosure', 'audit', 'store', 'model']

/**
 * Who may import whom: arrows only go down. `connectors` as a type stands for the words of `connectors/connector.ts`, native rows and
 * predicates, in which a mapping and a fetch speak.
 */
export const rooms: Readonly<Record<string, Room>> = {
  model: { values: [] },
  disclosure: { values: ['model'] },
  mapping: { values: ['model'], types: ['connectors'] },
  connectors: { values: ['model'] },
  identity: { values: ['model'] },
  // How alike two names are. Pure, like `disclosure`: no I/O, and nothing of records but the text it is handed.
  names: { values: ['model'] },
  store: { values: ['model'], types: ['audit'] },
  audit: { values: ['model', 'store'] },
  config: { values: ['model', 'disclosure', 'mapping'], types: ['connectors', 'identity'] },
  links: { values: ['connectors', 'model'] },
  records: { values: ['links', 'mapping', 'disclosure', 'model'], types: ['connectors'] },
  plan: { values: ['records', 'links', 'mapping', 'disclosure', 'model'], types: ['connectors'] },
  // How what the hub keeps goes from state to state, as data. Pure.
  lives: { values: ['model'] },
  // A feed asks its link for changes in native words.
  alerts: { values: lifecycle, types: ['connectors'] },
  // What the hub keeps is read as any bureau's system is, in native words.
  requests: { values: lifecycle, types: ['connectors'] },
  notices: { values: lifecycle, types: ['connectors'] },
  // That two targets are one person is told by how documents and names are compared everywhere.
  jointOperations: { values: [...lifecycle, 'names'], types: ['connectors'] },
  hits: { values: [...lifecycle, 'names'] },
  emergency: { values: lifecycle },
  // A watch is a question that stands: it is read as any other, and follows the log.
  watches: { values: [...lifecycle, 'plan'], types: ['alerts'] },
  // Judges views and nothing else: how people are found in them is arithmetic over `names`.
  search: { values: [...lifecycle, 'names', 'plan'], types: ['connectors'] },
  hub: { values: [...belowHub, 'lives', 'alerts', 'watches', 'requests', 'notices', 'jointOperations', 'hits', 'emergency', 'search'] },
  generated: {
    values: [],
    types: ['hub', 'plan', 'hits', 'emergency', 'watches', 'requests', 'notices', 'jointOperations', 'search', 'names', 'store', 'model'],
  },
  resolvers: { values: ['model'], types: ['hub', 'generated'] },
  api: { values: ['hub', 'identity', 'audit', 'resolvers', 'model'], types: ['plan'] },
  members: { values: ['config', 'hub', ...belowHub] },
  // Nothing below knows of it: who has something to tell is handed a function.
  metrics: { values: ['hub', 'links', 'model'] },
  main: { values: ['members', 'metrics', 'config', 'hub', 'api', 'alerts', 'search', ...belowHub] },
  // `comity check --connect` opens a bureau's connector and maps sample rows, the tools for policy officers read rules, and those for auditors the ledger, with no hub around them.
  cli: {
    values: [
      'main',
      'members',
      'config',
      'hub',
      'api',
      'identity',
      'connectors',
      'disclosure',
      'audit',
      'store',
      'names',
      'lives',
      'model',
    ],
    types: ['mapping'],
  },
  // The desk watches alerts as any front-end does.
  web: { values: ['client'] },
  // For front-ends, which have nothing of the hub but its schema.
  client: { values: [] },
  examples: { values: [], types: ['model'] },
}

/** Single arrows that the table does not draw. */
export const exceptions: readonly { readonly from: string; readonly to: string; readonly reason: string }[] = [
  { from: 'src/cli/demo.ts', to: 'examples', reason: 'the demo starts the example systems' },
  { from: 'src/cli/story.ts', to: 'examples', reason: 'the story is played on the example systems' },
  {
    from: 'src/config/writeJsonSchema.ts',
    to: 'connectors',
    reason: 'what editors learn of a bureau file includes the options of every connector',
  },
  { from: 'examples/systems/xa/personTables.ts', to: 'names', reason: 'XA keeps the keys that `comity search-keys` makes' },
  { from: 'src/cli/comity.ts', to: 'package.json', reason: 'the version it prints' },
  { from: 'src/main.ts', to: 'package.json', reason: 'the version that a start puts on record' },
]

/** Libraries that are at home in some places only. */
const packages: readonly { readonly name: RegExp; readonly places: RegExp; readonly where: string }[] = [
  { name: /^ioredis$/, places: /^src\/alerts\//, where: 'one file of alerts/' },
  {
    name: /^(pg|pg-.*|mysql2|@electric-sql\/pglite|node:sqlite|kysely)(\/|$)/,
    places: /^(src\/store|src\/connectors|examples|bench)\//,
    where: 'store/, connectors/ and examples/',
  },
  { name: /^@apollo\//, places: /^(src\/api|client|bench\/gateways)\//, where: 'api/ and client/' },
  {
    name: /^graphql(\/|$)/,
    places: /^(src\/(api|plan|generated)|resolvers|client|examples|web|bench)\/|^src\/connectors\/(kinds\/graphql\.ts|graphql\/)/,
    where: 'api/, resolvers/, plan/ and the graphql connector',
  },
  { name: /^@graphql-tools\//, places: /^src\/api\//, where: 'api/' },
  { name: /^(ws|graphql-ws)$/, places: /^(src\/api\/socket|client|bench)\//, where: 'api/socket/ and client/' },
  { name: /^fastify(\/|$)/, places: /^(src\/api|examples)\//, where: 'api/ and examples/' },
  { name: /^any-ascii$/, places: /^src\/names\//, where: 'names/' },
  { name: /^jose$/, places: /^(src\/identity|bench)\//, where: 'identity/' },
  { name: /^commander$/, places: /^src\/cli\//, where: 'cli/' },
  { name: /^undici$/, places: /^(src\/connectors|bench)\//, where: 'connectors/' },
  { name: /^prom-client$/, places: /^src\/metrics\//, where: 'metrics/' },
  { name: /^pino$/, places: /^src\/(main|members)\.ts$|^src\/(main|api)\//, where: 'main.ts, main/, members.ts and api/' },
  {
    name: /^(vitest|vite|fast-check|playwright-core)(\/|$)/,
    places: /^(web\/vite\.config\.ts$|scripts\/)/,
    where: 'tests and the desk builder',
  },
]

/** Everything a set of modules imports that the table does not allow, as sentences. */
export function importProblems(modules: readonly Module[]): readonly string[] {
  return [...modules.flatMap(arrowProblems), ...modules.flatMap(packageProblems), ...oneFileProblems(modules, 'ioredis')]
}

/** The room a file belongs to: `model` for `src/model/record.ts`, `hub` for `src/hub.ts`, `web` for `web/src/main.tsx`. */
export function roomOf(path: string): string {
  const parts = path.split('/')
  return (parts[0] === 'src' ? (parts[1] ?? '') : (parts[0] ?? '')).replace(/\.ts$/, '')
}

function arrowProblems({ path, imports }: Module): readonly string[] {
  const from = roomOf(path)
  const room = rooms[from]
  // `bench` measures, `bin` and `scripts` start: they may look at anything.
  if (['bench', 'bin', 'scripts'].includes(from)) return []
  if (room === undefined) return [`${path}: no rule says what "${from}" may import`]
  return imports.flatMap(({ target, own, types }) => {
    const to = own ? roomOf(target) : from
    const allowed = to === from || room.values.includes(to) || (types && room.types?.includes(to) === true)
    if (allowed || exceptions.some((one) => one.from === path && (one.to === to || one.to === target))) return []
    const [a, b] = [short(path), short(target)]
    return [room.types?.includes(to) ? `${a} may import types only from ${b}` : `${a} may not import ${b}`]
  })
}

function packageProblems({ path, imports }: Module): readonly string[] {
  return imports.flatMap(({ target, own }) => {
    const rule = own ? undefined : packages.find((one) => one.name.test(target))
    return rule === undefined || rule.places.test(path)
      ? []
      : [`${short(path)} may not import ${target}: it is at home in ${rule.where} only`]
  })
}

function oneFileProblems(modules: readonly Module[], name: string): readonly string[] {
  const files = modules.filter(({ imports }) => imports.some(({ target }) => target === name)).map(({ path }) => path)
  return files.length > 1 ? [`${name} is imported by ${files.join(' and ')}: one file only`] : []
}

const short = (path: string) => path.replace(/^src\//, '')
