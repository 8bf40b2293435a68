import { type ConditionProblem, type Node, type Relation, SyntaxMistake } from './ast.ts'
import { lex, type Token } from './lexer.ts'

/** Longest condition, in characters. A longer one is several rules. */
export const longestCondition = 4000
/** Deepest nesting of parentheses, lists and calls. Bounds the recursion of everything that walks a condition. */
const deepestNesting = 32

const relations: ReadonlySet<string> = new Set<Relation>(['==', '!=', '<', '<=', '>', '>=', 'in'])
const words: ReadonlyMap<string, boolean | null> = new Map<string, boolean | null>([
  ['true', true],
  ['false', false],
  ['null', null],
])

/** Reads a condition in CEL notation. Never throws. */
export function parseCondition(text: string): Node | ConditionProblem {
  if (text.length > longestCondition) {
    return { message: `the condition is longer than ${longestCondition} characters: write several rules`, start: 0, end: 1 }
  }
  try {
    return new Parser(lex(text)).whole()
  } catch (mistake) {
    if (mistake instanceof SyntaxMistake) return { message: mistake.message, ...mistake.span }
    throw mistake
  }
}

class Parser {
  readonly #tokens: readonly Token[]
  #next = 0
  #depth = 0

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens
  }

  whole(): Node {
    if (this.#peek().type === 'end') throw new SyntaxMistake('the condition is empty', this.#peek())
    const node = this.#either()
    const rest = this.#peek()
    if (rest.type !== 'end') throw new SyntaxMistake(`"&&", "||" or the end was expected here, not ${shown(rest)}`, rest)
    return node
  }

  #either(): Node {
    if (++this.#depth > deepestNesting) throw new SyntaxMistake(`nested deeper than ${deepestNesting} levels`, this.#peek())
    const node = this.#chain('||', 'or', () => this.#chain('&&', 'and', () => this.#relation()))
    this.#depth--
    return node
  }

  #chain(sign: string, kind: 'and' | 'or', term: () => Node): Node {
    const first = term()
    const terms = [first]
    while (this.#takes(sign)) terms.push(term())
    const last = terms.at(-1) ?? first
    return terms.length === 1 ? first : { kind, terms, start: first.start, end: last.end }
  }

  #relation(): Node {
    const left = this.#negation()
    const op = this.#peek()
    if (!isRelation(op)) return left
    this.#next++
    const right = this.#negation()
    if (isRelation(this.#peek())) throw new SyntaxMistake('comparisons do not chain: join two of them with "&&"', this.#peek())
    return { kind: 'relation', op: op.value as Relation, left, right, start: left.start, end: right.end }
  }

  #negation(): Node {
    const bang = this.#peek()
    let count = 0
    while (this.#takes('!')) count++
    const operand = this.#postfix()
    return count % 2 === 1 ? { kind: 'not', operand, start: bang.start, end: operand.end } : operand
  }

  #postfix(): Node {
    let node = this.#operand()
    while (this.#takes('.')) {
      const name = this.#peek()
      if (name.type !== 'name') throw new SyntaxMistake(`a name was expected after ".", not ${shown(name)}`, name)
      this.#next++
      if (this.#takes('(')) {
        const args = this.#until(')')
        node = { kind: 'call', name: name.value, target: node, args, start: node.start, end: this.#end() }
      } else {
        node = { kind: 'member', of: node, name: name.value, start: node.start, end: name.end }
      }
    }
    return node
  }

  #operand(): Node {
    const token = this.#peek()
    this.#next++
    const { start, end } = token
    if (token.type === 'text') return { kind: 'constant', value: token.value, start, end }
    if (token.type === 'number') return { kind: 'constant', value: Number(token.value), start, end }
    if (token.type === 'name') return this.#named(token)
    if (token.value === '-' && this.#peek().type === 'number') {
      const number = this.#peek()
      this.#next++
      return { kind: 'constant', value: 0 - Number(number.value), start, end: number.end }
    }
    if (token.value === '[') return { kind: 'list', items: this.#until(']'), start, end: this.#end() }
    if (token.value === '(') {
      const inner = this.#either()
      this.#expect(')')
      return { ...inner, start, end: this.#end() }
    }
    throw new SyntaxMistake(`a value was expected here, not ${shown(token)}`, token)
  }

  #named(token: Token): Node {
    const { start, end } = token
    const word = words.get(token.value)
    if (word !== undefined) return { kind: 'constant', value: word, start, end }
    if (token.value === 'in') throw new SyntaxMistake('a value was expected before "in"', token)
    if (!this.#takes('(')) return { kind: 'name', name: token.value, start, end }
    return { kind: 'call', name: token.value, target: null, args: this.#until(')'), start, end: this.#end() }
  }

  #until(close: string): readonly Node[] {
    const items: Node[] = []
    if (this.#takes(close)) return items
    do items.push(this.#either())
    while (this.#takes(','))
    this.#expect(close)
    return items
  }

  #peek(): Token {
    return this.#tokens[this.#next] ?? { type: 'end', value: '', start: 0, end: 0 }
  }

  #takes(sign: string): boolean {
    const token = this.#peek()
    if (token.type !== 'sign' || token.value !== sign) return false
    this.#next++
    return true
  }

  #expect(sign: string): void {
    if (!this.#takes(sign)) throw new SyntaxMistake(`"${sign}" was expected here, not ${shown(this.#peek())}`, this.#peek())
  }

  #end(): number {
    return this.#tokens[this.#next - 1]?.end ?? 0
  }
}

function isRelation(token: Token): boolean {
  return (token.type === 'sign' || token.type === 'name') && relations.has(token.value)
}

function shown(token: Token): string {
  if (token.type === 'end') return 'the end'
  return token.type === 'text' ? 'a text' : `"${token.value}"`
}
