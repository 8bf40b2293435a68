import type { AccessesQuery } from '../generated/graphql.ts'
import { useWords } from '../words/words.ts'
import { ProofButton } from './ProofButton.tsx'

type Access = NonNullable<AccessesQuery['disclosures']>['nodes'][number]

/** Accesses to a bureau's records: of which bureau's officer, in what roles, why, and at which levels. */
export function AccessTable({ accesses }: { readonly accesses: readonly Access[] }) {
  const { say, name, field, date, count } = useWords()
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
    <section className="ledger-table" aria-label={say('ledger.accesses')} tabIndex={0}>
      <table>
        <thead>
          <tr>
            {(
              [
                'ledger.entry',
                'ledger.at',
                'ledger.kind',
                'ledger.reader',
                'purpose',
                'ledger.records',
                'ledger.given',
                'ledger.proof',
              ] as const
            ).map((one) => (
              <th key={one} scope="col">
                {say(one)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {accesses.map((access) => (
            <tr key={`${access.entry} ${access.recordType} ${access.rules.join()}`}>
              <td>{access.entry}</td>
              <td>
                <time dateTime={access.at}>{date(access.at)}</time>
              </td>
              <td>{name(access.kind)}</td>
              <td>
                <strong className="owner">{access.readerBureau.code}</strong> <small>{access.readerRoles.map(name).join(', ')}</small>
              </td>
              <td>
                {name(access.purpose)} <small>{access.cases.join(', ')}</small>
              </td>
              <td>
                {access.recordType === null ? '–' : name(access.recordType)} <b>{count(access.records.length)}</b>
              </td>
              <td>
                <details>
                  <summary>{say('ledger.fields', { n: access.fields.length })}</summary>
                  {access.fields.map((one) => (
                    <span key={one.field} className="mark" data-level={one.level} title={name(one.level)}>
                      {field(one.field)}
                    </span>
                  ))}
                  <small>{access.rules.join(', ')}</small>
                </details>
              </td>
              <td>
                <ProofButton entry={access.entry} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
