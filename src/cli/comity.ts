import { join } from 'node:path'
import { Command } from 'commander'
import packageFile from '../../package.json' with { type: 'json' }
import type { Environment } from '../config/environment.ts'
import type { BureausOptions } from './bureaus.ts'
import type { ExplainOptions } from './explain.ts'
import { addInstallationCommands } from './installationCommands.ts'
import type { ForgetOptions } from './ledgerUpkeep.ts'
import type { LedgerVerifyOptions } from './ledgerVerify.ts'
import type { StartOptions } from './start.ts'
import type { SubjectReportOptions } from './subjectReport.ts'
import type { CommandIo, ViewAsOptions } from './viewAs.ts'

const demoBureaus = join(import.meta.dirname, '..', '..', 'examples', 'bureaus')

/** Every command in its own file, loaded when it is called: `comity token` shall not wait for a web server. */
const program = new Command('comity')
  .description('A GraphQL hub between the case systems of police bureaus.')
  .version(packageFile.version)
  .showSuggestionAfterError()

program
  .command('demo')
  .description('start the hub with its five demo bureaus, all embedded, on loopback')
  .option('--scale <number>', 'how much demo data', Number, 1)
  .option('--seed <number>', 'seed of the demo data', Number, 1)
  .option('--skip-broken', 'start without bureaus whose files have errors')
  .option('--quiet', 'let no record of the demo change by itself')
  .action(
    async ({ scale, seed, skipBroken = false, quiet = false }: { scale: number; seed: number; skipBroken?: boolean; quiet?: boolean }) => {
      const { demo } = await import('./demo.ts')
      process.exitCode = await demo({ scale, seed, skipBroken, quiet })
    },
  )

program
  .command('story')
  .description('play a case across borders on a demo of its own, and print what each side sees')
  .action(async () => {
    const { story } = await import('./story.ts')
    await story((line) => void process.stdout.write(`${line}\n`))
  })

program
  .command('start')
  .description('start the hub over real bureaus, as comity.yaml and the environment say')
  .option('--config <file>', 'comity.yaml. Default: the environment alone says how the hub is run')
  .option('--skip-broken', 'start without bureaus whose files have errors')
  .action(async (options: StartOptions) => {
    const { start } = await import('./start.ts')
    process.exitCode = await start(options)
  })

program
  .command('check')
  .description('check bureau folders without starting the hub: every error, with file, line and a suggestion')
  .argument('<folder...>', 'bureau folders, or folders of them')
  .option('--connect', 'try them against their systems too, and report coverage')
  .action(async (folders: string[], options: { connect?: boolean }) => {
    const { check } = await import('./check.ts')
    const { readEnvironment } = await import('../config/environment.ts')
    const io = { write: (text: string) => void process.stdout.write(text), environment: readEnvironment().variables }
    process.exitCode = await check(folders, { connect: options.connect ?? false }, io)
  })

program
  .command('view-as')
  .description("what a caller may come to learn of each bureau's records, by the bureaus' rules as they are now")
  .argument('[folder]', 'folder of bureau folders. Default: COMITY_BUREAUS, or else the demo bureaus')
  .option('--as <persona>', 'a demo persona, for instance xc-border')
  .option('--caller <yaml>', "a caller written out: '{ country: XC, roles: [BORDER_OFFICER], clearance: 1 }'")
  .option('--purpose <purpose>', 'the purpose they declare')
  .option('--case <reference>', 'the case they declare')
  .option('--date <day>', 'the UTC day on which they ask. Default: today')
  .option('--bureau <code>', "only this bureau's records")
  .option('--type <type>', 'only this record type')
  .option('--html <file>', 'write a page instead of printing')
  .action(async (folder: string | undefined, options: ViewAsOptions) => {
    const { viewAs } = await import('./viewAs.ts')
    const environment = await environmentOf()
    process.exitCode = await viewAs(folder ?? environment.bureaus ?? demoBureaus, options, ioOf(environment))
  })

program
  .command('explain')
  .description('why a caller learns what they learn of one record: asks the running hub, as an officer of the owning bureau')
  .argument('<id>', 'an id that the hub gave out')
  .option('--as <persona>', 'of a demo persona, for instance xc-border')
  .option('--caller <yaml>', "of a caller written out: '{ country: XC, roles: [BORDER_OFFICER], clearance: 1 }'")
  .option('--purpose <purpose>', 'the purpose they declare')
  .option('--case <reference>', 'the case they declare')
  .option('--date <day>', 'the UTC day on which they ask. Default: now')
  .option('--url <url>', 'where the hub answers', 'http://127.0.0.1:4000')
  .option('--token <token>', "a bearer token of the owner's policy officer. Default: COMITY_TOKEN, or else the demo's own officers")
  .option(
    '--declare <purpose>',
    "the purpose for which the officer asks; the demo's own officers take one that they have",
    'COMPLIANCE_REVIEW',
  )
  .action(async (id: string, options: Omit<ExplainOptions, 'dataDir'>) => {
    const { explain } = await import('./explain.ts')
    const environment = await environmentOf()
    const token = options.token ?? environment.variables['COMITY_TOKEN']
    const all = { ...options, dataDir: environment.dataDir, ...(token === undefined ? {} : { token }) }
    process.exitCode = await explain(id, all, ioOf(environment))
  })

program
  .command('bureaus')
  .description('the members of the running hub and how they are doing: exit code 3 when one is not well')
  .option('--url <url>', 'where the hub answers', 'http://127.0.0.1:4000')
  .option('--token <token>', 'a bearer token. Default: COMITY_TOKEN, or else one of a demo persona')
  .option('--as <persona>', 'the demo persona to ask as. Default: the first')
  .option('--declare <purpose>', 'the purpose for which to ask; a demo persona takes one that it has', 'COMPLIANCE_REVIEW')
  .option('--json', 'print JSON')
  .action(async (options: Omit<BureausOptions, 'dataDir'>) => {
    const { bureaus } = await import('./bureaus.ts')
    const environment = await environmentOf()
    const token = options.token ?? (options.as === undefined ? environment.variables['COMITY_TOKEN'] : undefined)
    const all = { ...options, dataDir: environment.dataDir, ...(token === undefined ? {} : { token }) }
    process.exitCode = await bureaus(all, ioOf(environment))
  })

program
  .command('subject-report')
  .description(
    "everything disclosed of somebody's records, to whom and on what basis: asks the running hub, as an officer of an oversight body",
  )
  .argument('<ids...>', 'ids that the hub gave out')
  .option('--html <file>', 'a new file for a page to read and print. Default: JSON is printed')
  .option('--url <url>', 'where the hub answers', 'http://127.0.0.1:4000')
  .option('--token <token>', "a bearer token. Default: COMITY_TOKEN, or else the demo's own officers")
  .action(async (ids: readonly string[], options: Omit<SubjectReportOptions, 'dataDir'>) => {
    const { subjectReport } = await import('./subjectReport.ts')
    const environment = await environmentOf()
    const token = options.token ?? environment.variables['COMITY_TOKEN']
    const all = { ...options, dataDir: environment.dataDir, ...(token === undefined ? {} : { token }) }
    process.exitCode = await subjectReport(ids, all, ioOf(environment))
  })

program
  .command('outbox')
  .description("help with capturing changes from bureaus' databases")
  .command('ddl')
  .description("print the statements with which a bureau's database tells of changes, as its bureau.yaml declares them")
  .argument('<folder>', "the bureau's folder")
  .action(async (folder: string) => {
    const { printOutboxDdl } = await import('./outboxDdl.ts')
    process.exitCode = await printOutboxDdl(folder, ioOf(await environmentOf()))
  })

program
  .command('search-keys')
  .description('read people as lines of JSON ({ key, names, birthDate, documents }) and print the search keys for a column of their system')
  .action(async () => {
    const { printSearchKeys } = await import('./searchKeys.ts')
    process.exitCode = await printSearchKeys(process.stdin, ioOf(await environmentOf()))
  })

addInstallationCommands(program)

const policy = program
  .command('policy')
  .description("try, compare, measure and sign a bureau's disclosure file; none of it needs a running hub")

policy
  .command('test')
  .description('run the tests in disclosure files: exit code 1 when one fails')
  .argument('<path>', "a disclosure file, a bureau's folder, or a folder of them")
  .action(async (path: string) => {
    const { policyTest } = await import('./policyTest.ts')
    process.exitCode = await policyTest(path, ioOf(await environmentOf()))
  })

policy
  .command('diff')
  .description('who learns more or less by a new disclosure file: exit code 3 when somebody learns more')
  .argument('<old>', "a disclosure file, or a bureau's folder")
  .argument('<new>', 'the one to compare with it')
  .option('--json', 'print JSON')
  .action(async (older: string, newer: string, options: { json?: boolean }) => {
    const { comparePolicies } = await import('./comparePolicies.ts')
    process.exitCode = await comparePolicies(older, newer, options, ioOf(await environmentOf()))
  })

policy
  .command('coverage')
  .description(
    'what the tests in disclosure files do not show: permits that decide in none, caps that bind in none, outcomes of conditions',
  )
  .argument('<path>', "a disclosure file, a bureau's folder, or a folder of them")
  .option('--min <percent>', 'exit code 1 when a file shows less', Number, 0)
  .action(async (path: string, options: { min: number }) => {
    const { coverPolicy } = await import('./coverPolicy.ts')
    process.exitCode = await coverPolicy(path, options, ioOf(await environmentOf()))
  })

program
  .command('token')
  .description("print a token of a demo persona, signed with the running demo's key")
  .requiredOption('--as <persona>', 'a demo persona, for instance xb-investigator')
  .option('--purpose <purpose>', 'narrow the token to one purpose')
  .option('--case <reference>', 'a case reference')
  .action(async (options: { as: string; purpose?: string; case?: string }) => {
    const { token } = await import('./token.ts')
    const { readEnvironment } = await import('../config/environment.ts')
    process.exitCode = await token({ ...options, dataDir: readEnvironment().dataDir }, { out: process.stdout, err: process.stderr })
  })

policy
  .command('keygen')
  .description('make an Ed25519 key that signs disclosure files, and print its public half for bureau.yaml')
  .requiredOption('--key <file>', 'where to put the private key: a new file, outside any repository')
  .action(async ({ key }: { key: string }) => {
    const { policyKeygen } = await import('./policyKeygen.ts')
    process.exitCode = policyKeygen(key, { out: process.stdout, err: process.stderr })
  })

policy
  .command('sign')
  .description("check a bureau's disclosure.yaml and write its signature beside it")
  .argument('<folder>', "the bureau's folder")
  .requiredOption('--key <file>', 'the private key')
  .action(async (folder: string, { key }: { key: string }) => {
    const { policySign } = await import('./policySign.ts')
    const { readEnvironment } = await import('../config/environment.ts')
    const io = { out: process.stdout, err: process.stderr, environment: readEnvironment().variables }
    process.exitCode = await policySign(folder, key, io)
  })

program
  .command('documents')
  .description("publish a front-end's operations, so that the hub knows them by their hash, plans them at start, and may answer no others")
  .command('publish')
  .description('check documents against the contract and the limits, and write each to the folder under its hash')
  .argument('<path...>', 'files of one document each, or folders of them')
  .option('--to <folder>', 'where the hub reads them. Default: COMITY_DOCUMENTS')
  .action(async (paths: string[], options: { to?: string }) => {
    const { documentsPublish } = await import('./documentsPublish.ts')
    const environment = await environmentOf()
    const to = options.to ?? environment.documents
    if (to === null) throw new Error('say where to publish: --to, or COMITY_DOCUMENTS')
    process.exitCode = documentsPublish(paths, to, ioOf(environment))
  })

const ledger = program
  .command('ledger')
  .description('verify, prove and witness the record of disclosures; the ledger of a running hub is read from a copy of its data folder')

const files = (file: string, before: readonly string[] = []) => [...before, file]

ledger
  .command('verify')
  .description('recompute the whole ledger: exit code 1, and the first bad entry, when it is not what was recorded')
  .option('--checkpoint <file>', 'a checkpoint that was kept elsewhere; may be repeated', files)
  .option('--witness <key>', 'the key of a witness, or a file of it, who must have cosigned one of them; may be repeated', files)
  .option('--log <key>', 'the key of the log, or a file of it, as it was told. Default: the one beside the ledger')
  .option('--archive <folder>', 'what was exported; every entry in it is held against the ledger, those that were pruned too')
  .option('--data-dir <folder>', 'the data folder. Default: COMITY_DATA_DIR')
  .action(async (options: Omit<LedgerVerifyOptions, 'dataDir'> & { dataDir?: string }) => {
    const { ledgerVerify } = await import('./ledgerVerify.ts')
    const environment = await environmentOf()
    process.exitCode = await ledgerVerify({ ...options, dataDir: options.dataDir ?? environment.dataDir }, ioOf(environment))
  })

ledger
  .command('checkpoint')
  .description('print the latest signed checkpoint; the hub may be running')
  .option('--data-dir <folder>', 'the data folder. Default: COMITY_DATA_DIR')
  .action(async (options: { dataDir?: string }) => {
    const { ledgerCheckpoint } = await import('./ledgerCheckpoint.ts')
    const environment = await environmentOf()
    process.exitCode = await ledgerCheckpoint({ dataDir: options.dataDir ?? environment.dataDir }, ioOf(environment))
  })

ledger
  .command('proof')
  .description('print the proof that an entry is in the latest checkpoint (C2SP tlog-proof)')
  .argument('<entry>', 'its number, from 1', Number)
  .option('--leaf <file>', 'a new file for what the proof is about: the canonical entry with its number and time')
  .option('--data-dir <folder>', 'the data folder. Default: COMITY_DATA_DIR')
  .action(async (entry: number, options: { leaf?: string; dataDir?: string }) => {
    const { ledgerProof } = await import('./ledgerProof.ts')
    const environment = await environmentOf()
    process.exitCode = await ledgerProof(entry, { ...options, dataDir: options.dataDir ?? environment.dataDir }, ioOf(environment))
  })

ledger
  .command('offer')
  .description('print the latest checkpoint, with the proof that it goes on from an older one, for a witness (C2SP tlog-witness)')
  .requiredOption('--old <entries>', 'how many entries the older one speaks of; 0 for a witness that has seen none', Number)
  .option('--data-dir <folder>', 'the data folder. Default: COMITY_DATA_DIR')
  .action(async (options: { old: number; dataDir?: string }) => {
    const { ledgerOffer } = await import('./ledgerProof.ts')
    const environment = await environmentOf()
    process.exitCode = await ledgerOffer(options.old, { dataDir: options.dataDir ?? environment.dataDir }, ioOf(environment))
  })

ledger
  .command('witness')
  .description("cosign another hub's checkpoint when it goes on from what was witnessed: exit code 3 when it does not")
  .argument('<offer>', 'a file of what "comity ledger offer" printed there')
  .requiredOption('--log <key>', 'the key of that log, or a file of it')
  .requiredOption('--key <file>', "the witness's own key")
  .requiredOption('--state <file>', 'where the witness remembers the largest checkpoint of each log')
  .action(async (offer: string, options: { log: string; key: string; state: string }) => {
    const { ledgerWitness } = await import('./ledgerWitness.ts')
    process.exitCode = await ledgerWitness(offer, options, { out: process.stdout, err: process.stderr })
  })

ledger
  .command('keygen')
  .description('make the key of a witness, and print its public half')
  .requiredOption('--name <name>', 'who witnesses, for instance xb.example/witness')
  .requiredOption('--key <file>', 'where to put the private key: a new file')
  .action(async ({ name, key }: { name: string; key: string }) => {
    const { ledgerKeygen } = await import('./ledgerKeygen.ts')
    process.exitCode = await ledgerKeygen(name, key, { out: process.stdout, err: process.stderr })
  })

ledger
  .command('export')
  .description('export what was not exported yet, as NDJSON with the field names of ECS, for a SIEM or for keeping; the hub is stopped')
  .requiredOption('--to <folder>', 'the folder; files that are there are gone on from, and never touched')
  .option('--data-dir <folder>', 'the data folder. Default: COMITY_DATA_DIR')
  .action(async (options: { to: string; dataDir?: string }) => {
    const { ledgerExport } = await import('./ledgerUpkeep.ts')
    const environment = await environmentOf()
    process.exitCode = await ledgerExport({ ...options, dataDir: options.dataDir ?? environment.dataDir }, ioOf(environment))
  })

ledger
  .command('prune')
  .description(
    'delete entries that are old enough and stand in an archive; their leaves stay, and with them every proof. The hub is stopped',
  )
  .requiredOption('--before <day>', 'entries of before this UTC day, 2026-01-31; the last 1000 always stay')
  .requiredOption('--archive <folder>', 'what "comity ledger export" wrote')
  .option('--data-dir <folder>', 'the data folder. Default: COMITY_DATA_DIR')
  .action(async (options: { before: string; archive: string; dataDir?: string }) => {
    const { ledgerPrune } = await import('./ledgerUpkeep.ts')
    const environment = await environmentOf()
    process.exitCode = await ledgerPrune({ ...options, dataDir: options.dataDir ?? environment.dataDir }, ioOf(environment))
  })

ledger
  .command('forget-subject')
  .description('destroy what leads from the ledger to a record or an officer; every proof still holds. The hub is stopped')
  .requiredOption('--bureau <code>', 'whose record, or whose officer')
  .option('--type <type>', "the record's type")
  .option('--key <key>', "the record's key in the bureau's own system; may be repeated", files)
  .option('--officer <reference>', 'an officer, as tokens name them')
  .option('--data-dir <folder>', 'the data folder. Default: COMITY_DATA_DIR')
  .action(async (options: Omit<ForgetOptions, 'dataDir'> & { dataDir?: string }) => {
    const { ledgerForget } = await import('./ledgerUpkeep.ts')
    const environment = await environmentOf()
    process.exitCode = await ledgerForget({ ...options, dataDir: options.dataDir ?? environment.dataDir }, ioOf(environment))
  })

ledger
  .command('reindex')
  .description('make the index over the ledger anew of its entries; the hub is stopped')
  .option('--data-dir <folder>', 'the data folder. Default: COMITY_DATA_DIR')
  .action(async (options: { dataDir?: string }) => {
    const { ledgerReindex } = await import('./ledgerUpkeep.ts')
    const environment = await environmentOf()
    process.exitCode = await ledgerReindex({ dataDir: options.dataDir ?? environment.dataDir }, ioOf(environment))
  })

async function environmentOf(): Promise<Environment> {
  const { readEnvironment } = await import('../config/environment.ts')
  return readEnvironment()
}

function ioOf({ variables }: Environment): CommandIo {
  return { out: process.stdout, err: process.stderr, environment: variables }
}

// Whoever reads the first lines only (`comity explain ... | head`) has read enough.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
  process.exit()
})

await program.parseAsync()
