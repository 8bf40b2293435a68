const dayMs = 86_400_000

/** `day` and so many days, as `YYYY-MM-DD`. */
export function addDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * dayMs).toISOString().slice(0, 10)
}

/** Whole years from `from` to `to`, as ages are counted. */
export function yearsBetween(from: string, to: string): number {
  const years = Number(to.slice(0, 4)) - Number(from.slice(0, 4))
  return to.slice(5) < from.slice(5) ? years - 1 : years
}

/** The instant so many seconds into a UTC day, `YYYY-MM-DDTHH:MM:SSZ`. */
export function instant(day: string, second: number): string {
  return `${new Date(Date.parse(`${day}T00:00:00Z`) + second * 1000).toISOString().slice(0, 19)}Z`
}

/** `YYYY-MM-DD` in another order: `dd.MM.yyyy` and the like. Parts that the day lacks are `00`. */
export function formatDay(day: string, pattern: string): string {
  const [year = '0000', month = '00', date = '00'] = day.split('-')
  return pattern.replace('yyyy', year).replace('MM', month).replace('dd', date)
}
