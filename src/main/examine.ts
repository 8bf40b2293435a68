import type { Environment } from '../config/environment.ts'
import { examineBureaus } from './doctor/bureaus.ts'
import { examineDatabase } from './doctor/database.ts'
import { examineDoor, examineTls } from './doctor/door.ts'
import { type Examination, ill } from './doctor/finding.ts'
import { examineIssuers } from './doctor/issuers.ts'
import { examineRedis } from './doctor/redis.ts'
import { examineDataFolder } from './doctor/stateFolder.ts'

/** Everything that can be looked at where a hub is to run, or runs, by these settings. Nothing has been looked at yet but the bureaus' files. */
export async function examinationsOf(settings: Environment): Promise<readonly Examination[]> {
  const { dataDir, databaseUrl, redisUrl, issuers, bureaus, host, port, tls } = settings
  return [
    examineDoor(host, port),
    ...(tls === null ? [] : [examineTls(tls)]),
    examineDataFolder(dataDir),
    ...(databaseUrl === null ? [] : [examineDatabase(databaseUrl)]),
    ...(redisUrl === null ? [] : [examineRedis(redisUrl)]),
    ...(issuers === null ? [missing('issuers', 'COMITY_ISSUERS')] : examineIssuers(issuers)),
    ...(bureaus === null ? [missing('bureaus', 'COMITY_BUREAUS')] : await examineBureaus(bureaus, settings.variables)),
  ]
}

function missing(name: string, variable: string): Examination {
  return { name, look: async () => [ill('none are named', `set ${variable}, or \`${name}\` in comity.yaml`)] }
}
