import type { MyActsQuery } from '../generated/graphql.ts'
import { useWords } from '../words/words.ts'

/** What the caller did, and what was given to them. */
export function ActTable({ acts }: { readonly acts: MyActsQuery['myDisclosures']['nodes'] }) {
  const { say, name, date, count } = useWords()
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
    <section className="ledger-table" aria-label={say('ledger.mine')} tabIndex={0}>
      <table>
        <thead>
          <tr>
            {(['ledger.entry', 'ledger.at', 'ledger.kind', 'purpose', 'ledger.operation', 'ledger.given'] as const).map((one) => (
              <th key={one} scope="col">
                {say(one)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {acts.map((act) => (
            <tr key={act.entry}>
              <td>{act.entry}</td>
              <td>
                <time dateTime={act.at}>{date(act.at)}</time>
              </td>
              <td>{name(act.kind)}</td>
              <td>
                {act.purpose === null ? '–' : name(act.purpose)} <small>{act.case}</small>
              </td>
              <td>
                <code>{act.operationName ?? '–'}</code>
              </td>
              <td>
                {act.given.map((gift) => (
                  <span key={`${gift.owner.code} ${gift.recordType}`} className="tag">
                    {gift.owner.code} {name(gift.recordType)} {count(gift.records.length)}
                  </span>
                ))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
