import type { HitCheckMutation } from '../generated/graphql.ts'
import { useWords } from '../words/words.ts'

/** What each bureau answered: the one that says yes first in sight, with the desk to call. */
export function CheckAnswer({ answer, asked }: { readonly answer: HitCheckMutation['hitCheck']; readonly asked: string }) {
  const { say, name } = useWords()
  return (
    <section className="check-answer" aria-label={say('check.answer')}>
      <p role="status">
        <strong>
          <bdi>{asked}</bdi>
        </strong>{' '}
        {say('check.left', { n: answer.checksLeft })}
      </p>
      <ul>
        {answer.rows.map(({ bureau, outcome, contact }) => (
          <li key={bureau.code} data-outcome={outcome}>
            <strong className="owner">{bureau.code}</strong>
            <bdi>{bureau.name}</bdi>
            <b>{name(outcome === 'HIT' ? 'KNOWN' : outcome)}</b>
            {contact !== null && (
              <span>
                <bdi>{contact.desk}</bdi>{' '}
                {contact.phone !== null && (
                  <a href={`tel:${contact.phone}`} dir="ltr">
                    {contact.phone}
                  </a>
                )}{' '}
                {contact.email !== null && (
                  <a href={`mailto:${contact.email}`} dir="ltr">
                    {contact.email}
                  </a>
                )}
              </span>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
