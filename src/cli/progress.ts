/** Where progress is shown: a terminal, or a place that is none. */
interface Stream {
  write(text: string): unknown
  readonly isTTY?: boolean
}

/** How far something has come, on one line of a terminal; nothing at all where there is none. */
export function progress(
  stream: Stream,
  what: string,
): { readonly show: (done: number, total: number) => void; readonly clear: () => void } {
  let shown = -1
  if (stream.isTTY !== true) return { show: () => {}, clear: () => {} }
  return {
    show(done, total) {
      const percent = total === 0 ? 100 : Math.floor((100 * done) / total)
      if (percent === shown) return
      shown = percent
      stream.write(`\r${what} ${String(percent).padStart(3)} %`)
    },
    clear() {
      if (shown >= 0) stream.write(`\r${' '.repeat(what.length + 6)}\r`)
    },
  }
}
