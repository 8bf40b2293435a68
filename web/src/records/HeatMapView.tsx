import { type CSSProperties, useMemo } from 'react'
import { useWords } from '../words/words.ts'
import { heatMapOf } from './heatMap.ts'
import type { RecordRow } from './recordRow.ts'

/** Bureaus by fields: how much of each the loaded records give. Each cell says it in a number; colour only repeats it. */
export function HeatMapView({ rows }: { readonly rows: readonly RecordRow[] }) {
  const { say, field, count } = useWords()
  const map = useMemo(() => heatMapOf(rows), [rows])
  if (map.fields.length === 0) return <p className="wait">{say('heat.none')}</p>
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
    <section className="heat-map" aria-label={say('heat.map')} tabIndex={0}>
      <table>
        <caption>{say('heat.caption', { n: rows.length })}</caption>
        <thead>
          <tr>
            <th scope="col">{say('field')}</th>
            {map.bureaus.map(({ code, records }) => (
              <th key={code} scope="col">
                {code} <small>{count(records)}</small>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {map.fields.map((one) => (
            <tr key={one}>
              <th scope="row">{field(one)}</th>
              {map.bureaus.map(({ code, records }) => {
                const { full, generalised, masked, withheld } = map.cell(code, one)
                const share = Math.round((full / records) * 100)
                return (
                  <td
                    key={code}
                    style={{ '--share': share } as CSSProperties}
                    title={say('heat.cell', { full, generalised, masked, withheld })}
                  >
                    <span>{share} %</span>
                    <i>
                      <b data-level="FULL" style={{ flexGrow: full }} />
                      <b data-level="GENERALISED" style={{ flexGrow: generalised }} />
                      <b data-level="MASKED" style={{ flexGrow: masked }} />
                      <b data-level="NONE" style={{ flexGrow: withheld }} />
                    </i>
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
