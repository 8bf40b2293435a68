import { posix } from 'node:path'
import type { SourceFile } from './sourceFile.ts'

/** Relative links that lead nowhere, as sentences. `exists` knows every file and folder by its path from the root. */
export function linkProblems(docs: readonly SourceFile[], exists: (path: string) => boolean): readonly string[] {
  const anchors = new Map(docs.map(({ path, text }) => [path, anchorsOf(text)]))
  return docs.flatMap(({ path, text }) =>
    linksOf(text).flatMap((link) => {
      if (/^([a-z][a-z+.-]*:|\/\/)/i.test(link)) return []
      const [file = '', anchor] = link.split('#', 2)
      const target = file === '' ? path : posix.normalize(posix.join(posix.dirname(path), decodeURI(file)))
      if (!exists(target.replace(/\/$/, ''))) return [`${path} links to ${link}, which does not exist`]
      if (anchor === undefined || anchors.get(target)?.has(anchor) !== false) return []
      return [`${path} links to ${link}, and ${target} has no such heading`]
    }),
  )
}

/** The commands a document names that do not exist: `npm run x` without a script, `npx comity x` without a command. */
export function commandProblems(
  docs: readonly SourceFile[],
  scripts: ReadonlySet<string>,
  commands: ReadonlySet<string>,
): readonly string[] {
  return docs.flatMap(({ path, text }) => {
    const run = [...text.matchAll(/\b(?:npm|node --)\s?run ([\w:-]+)/g)].map((match) => match[1] ?? '')
    const short = [...text.matchAll(/\bnpm (test|start)\b/g)].map((match) => match[1] ?? '')
    const missing = [...run, ...short].filter((name) => !scripts.has(name)).map((name) => `${path} names "npm run ${name}": no such script`)
    const comity = [...text.matchAll(/\b(?:npx comity|bin\/comity\.js) ([a-z][\w-]*)/g)].map((match) => match[1] ?? '')
    return [...missing, ...comity.filter((name) => !commands.has(name)).map((name) => `${path} names "comity ${name}": no such command`)]
  })
}

/** Decision records that are too long, lack a part, or share a number. */
export function decisionProblems(records: readonly SourceFile[]): readonly string[] {
  const parts = ['Context', 'Decision', 'Consequences', 'Drawbacks']
  const numbers = records.map(({ path }) => posix.basename(path).slice(0, 3))
  return records.flatMap(({ path, text }, at) => {
    const lines = text.split('\n').length - 1
    const headings = [...text.matchAll(/^##\s+(.+?)\s*$/gm)].map((match) => match[1])
    const name = /^\d{3}-[a-z0-9-]+\.md$/.test(posix.basename(path)) ? [] : [`${path}: records are named NNN-slug.md`]
    const title = /^# \d{3} \S/.test(text) ? [] : [`${path}: begins with its number and title, "# 002 The house"`]
    const long = lines < 80 ? [] : [`${path} has ${lines} lines: 80 is too many`]
    const lacking = parts.filter((part) => !headings.includes(part)).map((part) => `${path} has no part "${part}"`)
    const twice = numbers.indexOf(numbers[at] ?? '') < at ? [`${path}: its number is taken`] : []
    return [...name, ...title, ...long, ...lacking, ...twice]
  })
}

/** Headings as GitHub turns them into anchors. */
function anchorsOf(text: string): ReadonlySet<string> {
  const seen = new Map<string, number>()
  const anchors = [...withoutCode(text).matchAll(/^#{1,6}\s+(.+?)\s*#*$/gm)].map((match) => {
    const words = (match[1] ?? '').replace(/\[([^\]]*)\]\([^)]*\)/g, '$1').replace(/[`*]/g, '')
    const slug = words
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, '')
      .replace(/\s/g, '-')
    const count = seen.get(slug) ?? 0
    seen.set(slug, count + 1)
    return count === 0 ? slug : `${slug}-${count}`
  })
  return new Set(anchors)
}

function linksOf(text: string): readonly string[] {
  const prose = withoutCode(text).replace(/`[^`\n]*`/g, '')
  const inline = [...prose.matchAll(/\]\(\s*<?([^)\s>]+)>?(?:\s+"[^"]*")?\s*\)/g)]
  const references = [...prose.matchAll(/^\s{0,3}\[[^\]]+\]:\s+<?(\S+?)>?(?:\s|$)/gm)]
  return [...inline, ...references].map((match) => match[1] ?? '')
}

function withoutCode(text: string): string {
  return text.replace(/^(```|~~~)[\s\S]*?^\1/gm, '')
}
