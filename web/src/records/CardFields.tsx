import { useDesk } from '../shell/deskContext.ts'
import { useWords } from '../words/words.ts'
import type { OpenedRecord } from './openRecord.ts'
import { plainValue } from './plainValue.ts'
import type { RecordRef } from './recordRef.ts'
import type { Mark } from './recordRow.ts'

/** Shown elsewhere on the card. */
const apart = new Set(['id', 'owner', '_disclosure', '_staleAsOf', 'names', 'warnings', 'handling', '__typename'])
const linked: Readonly<Record<string, RecordRef['type']>> = {
  subject: 'Person',
  subjects: 'Person',
  targets: 'Person',
  notices: 'Notice',
  requests: 'AssistanceRequest',
}

/** How the record may be used, and its fields in the order of the schema: each with its value, and where it is not in full with the reason. Fields of which nothing is recorded are left out. */
export function CardFields({ of }: { readonly of: OpenedRecord }) {
  const { say, field, name, date } = useWords()
  const marks = new Map(of._disclosure.map((mark) => [mark.field, mark]))
  const fields = Object.entries(of).filter(([one, value]) => !apart.has(one) && (marks.has(one) || !isEmpty(value)))
  const rest = of._disclosure.filter((mark) => !(mark.field in of) || apart.has(mark.field))
  const { conditionsOfUse, confidentiality, handlingCode, onwardTransfer, originator, caveat } = of.handling ?? {}
  return (
    <>
      {of.handling !== null && (
        <section className="handling" aria-label={say('card.handling')}>
          <h3>{say('card.handling')}</h3>
          <ul>
            {[confidentiality, handlingCode, onwardTransfer].map(
              (one) =>
                one !== null &&
                one !== undefined && (
                  <li key={one} className="tag">
                    {name(one)}
                  </li>
                ),
            )}
            {(conditionsOfUse ?? []).map((one) => (
              <li key={one} className="warning">
                {name(one)}
              </li>
            ))}
            {originator != null && <li className="tag">{say('card.originator', { bureau: originator })}</li>}
            {caveat != null && (
              <li>
                <bdi>{caveat}</bdi>
              </li>
            )}
          </ul>
        </section>
      )}
      <dl className="card-fields">
        {fields.map(([one, value]) => (
          <div key={one} data-level={marks.get(one)?.level}>
            <dt>{field(one)}</dt>
            <dd>
              <FieldValue field={one} value={value} words={{ name, date }} />
              <Reason mark={marks.get(one)} />
            </dd>
          </div>
        ))}
        {rest.map((mark) => (
          <div key={mark.field} data-level={mark.level}>
            <dt>{field(mark.field)}</dt>
            <dd>
              <Reason mark={mark} />
            </dd>
          </div>
        ))}
      </dl>
    </>
  )
}

function Reason({ mark }: { readonly mark: Mark | undefined }) {
  const { name } = useWords()
  if (mark === undefined) return null
  return (
    <>
      <span className="mark" data-level={mark.level}>
        {name(mark.level)}
      </span>
      {mark.reason !== mark.level && <small>{name(mark.reason)}</small>}
    </>
  )
}

interface ValueProps {
  readonly field: string
  readonly value: unknown
  readonly words: Parameters<typeof plainValue>[1]
}

function FieldValue({ field, value, words }: ValueProps) {
  const { open } = useDesk()
  const { field: title } = useWords()
  if (isEmpty(value)) return null
  const type = linked[field]
  const lines = linesOf(value)
  return (
    <ul className="values">
      {lines.map((line, index) => {
        const text = 'part' in line ? `${title(line.part)}: ${plainValue(line.value, words)}` : plainValue(line.value, words)
        const id = idOf(line.value)
        return (
          // A record's list has no keys of its own, and does not change while it is shown.
          // biome-ignore lint/suspicious/noArrayIndexKey: see above
          <li key={index}>
            {type !== undefined && id !== null ? (
              <button type="button" className="link" onClick={() => open({ type, id })}>
                <bdi>{text}</bdi>
              </button>
            ) : (
              <bdi>{text}</bdi>
            )}
          </li>
        )
      })}
    </ul>
  )
}

/** A list line by line; what has parts, such as a description, part by part with their names. */
function linesOf(value: unknown): readonly ({ readonly value: unknown } | { readonly part: string; readonly value: unknown })[] {
  if (Array.isArray(value)) return value.map((one: unknown) => ({ value: one }))
  if (typeof value !== 'object' || value === null || 'id' in value) return [{ value }]
  return Object.entries(value)
    .filter(([, inner]) => !isEmpty(inner))
    .map(([part, inner]: readonly [string, unknown]) => ({ part, value: inner }))
}

function idOf(value: unknown): string | null {
  return typeof value === 'object' && value !== null && 'id' in value ? String(value.id) : null
}

function isEmpty(value: unknown): boolean {
  return value === null || value === undefined || (Array.isArray(value) && value.length === 0)
}
