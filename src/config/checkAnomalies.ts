import type { Catalogue } from '../model/catalogue.ts'
import { errorTable } from '../model/errors.ts'
import type { Problem } from '../model/problem.ts'
import { anomaliesSchema } from './anomalySchema.ts'
import type { YamlSource } from './yamlSource.ts'

/** What the schema of `anomalies:` cannot tell: words that nothing in the hub has, and ids given twice. Nothing for what is not well formed, which is told elsewhere. */
export function checkAnomalies(
  content: unknown,
  { source, catalogue }: { readonly source: YamlSource; readonly catalogue: Catalogue },
): readonly Problem[] {
  const given = typeof content === 'object' && content !== null && 'anomalies' in content ? content.anomalies : null
  const rules = anomaliesSchema.safeParse(given).data ?? []
  const known: Readonly<Record<string, readonly string[]>> = {
    types: [...catalogue.types.keys()],
    purposes: catalogue.enums.get('Purpose') ?? [],
    roles: catalogue.enums.get('Role') ?? [],
    codes: Object.keys(errorTable),
  }
  return rules.flatMap((rule, i) => {
    const twice = rules.findIndex(({ id }) => id === rule.id) < i
    const strange = Object.entries(known).flatMap(([key, words]) =>
      (((rule as Readonly<Record<string, unknown>>)[key] as readonly string[] | undefined) ?? []).flatMap((word, at) =>
        words.includes(word) ? [] : [source.problem(['anomalies', i, key, at], `there is no "${word}"; there are ${words.join(', ')}`)],
      ),
    )
    return [...(twice ? [source.problem(['anomalies', i, 'id'], `there are two rules ${rule.id}`)] : []), ...strange]
  })
}
