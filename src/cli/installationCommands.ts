import type { Command } from 'commander'
import type { DoctorOptions } from './doctor.ts'
import type { CommandIo } from './viewAs.ts'

/** Commands for whoever installs a hub: `config check` and `doctor`. */
export function addInstallationCommands(program: Command): void {
  program
    .command('config')
    .description('help with comity.yaml')
    .command('check')
    .description(
      'how a hub would be run by comity.yaml and the environment over it, or every mistake, with its line; secrets are not printed',
    )
    .argument('[file]', 'comity.yaml. Default: the environment alone')
    .action(async (file: string | undefined) => {
      const { checkConfig } = await import('./configCheck.ts')
      process.exitCode = checkConfig(file, await io())
    })

  program
    .command('doctor')
    .description('look at everything that the hub needs: what is wrong, and the cure. Changes nothing; exit code 1 when something is ill')
    .option('--config <file>', 'comity.yaml. Default: the environment alone says how the hub is run')
    .option('--json', 'print lines of JSON')
    .action(async (options: DoctorOptions) => {
      const { doctor } = await import('./doctor.ts')
      process.exitCode = await doctor(options, await io())
    })
}

async function io(): Promise<CommandIo> {
  const { processVariables } = await import('../config/environment.ts')
  return { out: process.stdout, err: process.stderr, environment: processVariables() }
}
