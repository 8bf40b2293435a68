import { Icon } from '../look/Icon.tsx'
import { useWords } from '../words/words.ts'
import { type Panel, panels } from './panels.ts'

interface Props {
  readonly shown: Panel
  readonly onShow: (panel: Panel) => void
  /** How many alerts nobody has looked at yet. */
  readonly unread: number
}

/** The ways to the panels. */
export function NavRail({ shown, onShow, unread }: Props) {
  const { say, count } = useWords()
  return (
    <nav className="nav-rail" aria-label={say('panels')}>
      <p className="brand">
        <img src="./favicon.svg" alt="" width="26" height="26" />
        <span>Comity</span>
      </p>
      <ul>
        {panels.map((panel) => (
          <li key={panel}>
            <button type="button" aria-current={panel === shown ? 'page' : undefined} onClick={() => onShow(panel)}>
              <Icon name={panel} />
              <span>{say(`panel.${panel}`)}</span>
              {panel === 'alerts' && unread > 0 && (
                <small className="badge" title={say('alerts.unread', { n: unread })}>
                  {count(Math.min(unread, 999))}
                </small>
              )}
            </button>
          </li>
        ))}
      </ul>
    </nav>
  )
}
