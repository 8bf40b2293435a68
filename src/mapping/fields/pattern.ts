const longest = 200

/**
 * A pattern of `match`, or what is wrong with it. Look-around and back-references are refused, and so is a repeated group that repeats or chooses inside: with
 * those, a crafted value could keep the hub busy for hours.
 */
export function compilePattern(text: string): RegExp | string {
  if (text.length > longest) return `it is longer than ${longest} characters`
  if (/\(\?(?!:|<[A-Za-z])/.test(text)) return 'it looks around or has flags, which the language leaves out'
  if (/\\[1-9]|\\k/.test(text)) return 'it refers back, which the language leaves out'
  if (repeatsNested(text)) return 'a group that repeats holds a repetition or a choice; this can take for ever on a crafted value'
  const places = openRepetitions(text) + (text.startsWith('^') ? 0 : 1)
  if (places > 3) return 'it repeats in too many places: three when it begins with ^, else two'
  try {
    return new RegExp(text, 'u')
  } catch {
    return 'it is not a regular expression'
  }
}

function repeatsNested(text: string): boolean {
  const open: boolean[] = []
  let inClass = false
  for (let i = 0; i < text.length; i++) {
    const char = text[i]
    if (char === '\\') i++
    else if (inClass) inClass = char !== ']'
    else if (char === '[') inClass = true
    else if (char === '(') open.push(false)
    else if (char === '|' || isRepetition(text, i)) open.fill(true)
    else if (char === ')' && open.pop() === true && isRepetition(text, i + 1)) return true
  }
  return false
}

/** Repetitions without a small bound; each multiplies the time a search can take. */
function openRepetitions(text: string): number {
  const plain = text.replace(/\\./g, '').replace(/\[[^\]]*\]/g, 'x')
  const bounded = [...plain.matchAll(/\{\d+,(\d*)\}/g)].filter(([, upper]) => upper === '' || Number(upper) > 32)
  return (plain.match(/[*+]/g)?.length ?? 0) + bounded.length
}

function isRepetition(text: string, at: number): boolean {
  const char = text[at]
  return char === '*' || char === '+' || (char === '{' && /^\{\d+,?\d*\}/.test(text.slice(at)))
}

/** The first group, or the whole match where there is none; null: no match. */
export function firstGroup(pattern: RegExp, text: string): string | null {
  const match = pattern.exec(text)
  return match === null ? null : (match[1] ?? match[0])
}
