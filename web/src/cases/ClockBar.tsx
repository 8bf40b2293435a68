import { useWords } from '../words/words.ts'
import { readClock } from './readClock.ts'

/** How much of a request's time is gone, as a bar and in words. */
export function ClockBar({ from, due, over }: { readonly from: string | null; readonly due: string | null; readonly over: boolean }) {
  const { say, date } = useWords()
  if (due === null) return <span className="none">–</span>
  const clock = readClock(from, due, Date.now())
  const words = over
    ? say('clock.over')
    : clock.leftHours < 0
      ? say('clock.late', { n: Math.ceil(-clock.leftHours / 24) })
      : clock.leftHours < 48
        ? say('clock.hours', { n: Math.ceil(clock.leftHours) })
        : say('clock.days', { n: Math.ceil(clock.leftHours / 24) })
  return (
    <span className="clock" data-state={over ? 'over' : clock.state} title={date(due)}>
      <i>
        <b style={{ inlineSize: `${over ? 100 : clock.share * 100}%` }} />
      </i>
      <small>{words}</small>
    </span>
  )
}
