import { useEffect, useState } from 'react'

/** How long before its end a session's end is announced, in milliseconds. */
const notice = 120_000

/** Whether the session ends within two minutes; calls `onEnd` when it does. An instant of null never comes. */
export function useSessionEnd(endsAt: number | null, onEnd: () => void): boolean {
  const [soon, setSoon] = useState(false)
  useEffect(() => {
    setSoon(false)
    if (endsAt === null) return
    // Timers of a browser hold 24 days at most; no session lasts that long, and the hub decides anyway.
    const after = (instant: number, act: () => void) => setTimeout(act, Math.min(Math.max(0, instant - Date.now()), 2 ** 31 - 1))
    const announcing = after(endsAt - notice, () => setSoon(true))
    const ending = after(endsAt, onEnd)
    return () => {
      clearTimeout(announcing)
      clearTimeout(ending)
    }
  }, [endsAt, onEnd])
  return soon
}
