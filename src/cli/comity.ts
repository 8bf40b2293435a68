import { Command } from 'commander'
import packageFile from '../../package.json' with { type: 'json' }

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
  .action(async (options: { scale: number; seed: number; skipBroken?: boolean }) => {
    const { demo } = await import('./demo.ts')
    process.exitCode = await demo({ scale: options.scale, seed: options.seed, skipBroken: options.skipBroken ?? false })
  })

program
  .command('start')
  .description('start the hub over the bureaus in COMITY_BUREAUS, with the token issuers in COMITY_ISSUERS')
  .option('--skip-broken', 'start without bureaus whose files have errors')
  .action(async (options: { skipBroken?: boolean }) => {
    const { start } = await import('./start.ts')
    process.exitCode = await start({ skipBroken: options.skipBroken ?? false })
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

const policy = program.command('policy').description("make and sign a bureau's disclosure policy")

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

await program.parseAsync()
