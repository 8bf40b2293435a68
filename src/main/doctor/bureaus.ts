import { readCatalogue } from '../../api/readCatalogue.ts'
import type { LoadedBureau } from '../../config/loadBureau.ts'
import { loadBureaus } from '../../config/loadBureaus.ts'
import type { Variables } from '../../config/resolveReferences.ts'
import { ConnectorError } from '../../connectors/connector.ts'
import { connectorOptionsSchema, openConnector } from '../../connectors/open.ts'
import { formatProblem } from '../../model/problem.ts'
import { doubtful, type Examination, type Finding, ill, well } from './finding.ts'

/** Looks at the bureaus of a folder: their files, and whether their systems answer. */
export async function examineBureaus(folder: string, environment: Variables): Promise<readonly Examination[]> {
  const { bureaus, problems } = await loadBureaus(folder, { environment, catalogue: readCatalogue(), connectorOptionsSchema })
  const own = new Set(bureaus.flatMap((bureau) => bureau.problems))
  const shared = problems.filter((problem) => problem.severity === 'error' && !own.has(problem))
  const files: Examination = {
    name: 'bureaus',
    look: async () =>
      shared.length === 0
        ? [well(`${bureaus.length} in ${folder}`)]
        : shared.map((problem) => ill(formatProblem(problem), 'mend the file; `comity check` tells more')),
  }
  return [files, ...bureaus.map((bureau) => ({ name: `bureau ${bureau.file.code}`, look: () => lookAt(bureau) }))]
}

async function lookAt(bureau: LoadedBureau): Promise<readonly Finding[]> {
  const mistakes = bureau.problems.filter((problem) => problem.severity === 'error')
  if (mistakes.length > 0) return mistakes.map((problem) => ill(formatProblem(problem), 'mend the file; `comity check` tells more'))
  if (!bureau.file.takesPart) return [doubtful('it is drained', 'say `takesPart: true` in its bureau.yaml once its system is back')]
  const { deadlineMs } = bureau.file.limits
  const started = performance.now()
  try {
    const connector = await openConnector(bureau.file.connector, { folder: bureau.folder })
    try {
      await connector.health({ signal: AbortSignal.timeout(deadlineMs), deadline: Date.now() + deadlineMs, traceId: '0'.repeat(32) })
    } finally {
      await connector.close()
    }
    return [well(`its system answers in ${Math.round(performance.now() - started)} ms`)]
  } catch (error) {
    const reason = error instanceof ConnectorError ? error.reason : 'cannot be opened'
    return [doubtful(`its system does not answer (${reason}): others are served without it`, '`comity check --connect` tells more')]
  }
}
