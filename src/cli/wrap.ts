/** Characters in a line of a terminal's text. */
const width = 92

/** Words in lines that fit a terminal; the first begins with `lead`, the others are indented as far as it is long. */
export function wrap(text: string, lead: string): string[] {
  const indent = ' '.repeat(lead.length)
  const lines: string[] = []
  let line = lead
  for (const word of text.split(' ')) {
    if (line.length + word.length + 1 > width && line.trim() !== '') {
      lines.push(line.trimEnd())
      line = indent
    }
    line += `${word} `
  }
  return [...lines, line.trimEnd()]
}
