/**
 * The statement time-out for what remains of a question's time: rounded up, so that it seldom has to be set anew, and at most `cap`. Milliseconds.
 */
export function timeoutStep(remaining: number, cap: number): number {
  const step = remaining <= 1000 ? 250 : remaining <= 5000 ? 1000 : 5000
  return Math.min(cap, Math.max(step, Math.ceil(remaining / step) * step))
}
