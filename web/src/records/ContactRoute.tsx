import { Icon } from '../look/Icon.tsx'
import { useDesk } from '../shell/deskContext.ts'
import { useWords } from '../words/words.ts'

/** How to reach the owner of a record: whom to ask for what is not shown. Without the lead, the desk alone. */
export function ContactRoute({ owner, lead = true }: { readonly owner: string; readonly lead?: boolean }) {
  const { bureaus } = useDesk()
  const { say } = useWords()
  const bureau = bureaus.find(({ code }) => code === owner)
  if (bureau === undefined) return null
  const { desk, email, phone } = bureau.contact ?? { desk: null, email: null, phone: null }
  return (
    <p className="contact-route">
      <Icon name="contact" size={16} />
      <span>
        {lead && say('contact', { owner })} <bdi>{[lead ? bureau.name : '', desk].filter(Boolean).join(', ')}</bdi>
      </span>
      {email !== null && (
        <a href={`mailto:${email}`} dir="ltr">
          {email}
        </a>
      )}
      {phone !== null && (
        <a href={`tel:${phone}`} dir="ltr">
          {phone}
        </a>
      )}
    </p>
  )
}
