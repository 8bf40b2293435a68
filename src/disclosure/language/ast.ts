/** Where a piece of a condition stands: offsets into its text, the end exclusive. */
export interface Span {
  readonly start: number
  readonly end: number
}

/** Relations between two values. */
export type Relation = '==' | '!=' | '<' | '<=' | '>' | '>=' | 'in'

/** A condition as written, before types are known. */
export type Node =
  | (Span & { readonly kind: 'constant'; readonly value: string | number | boolean | null })
  | (Span & { readonly kind: 'list'; readonly items: readonly Node[] })
  | (Span & { readonly kind: 'name'; readonly name: string })
  | (Span & { readonly kind: 'member'; readonly of: Node; readonly name: string })
  /** `f(args)`, or `target.f(args)`. */
  | (Span & { readonly kind: 'call'; readonly name: string; readonly target: Node | null; readonly args: readonly Node[] })
  | (Span & { readonly kind: 'not'; readonly operand: Node })
  | (Span & { readonly kind: 'relation'; readonly op: Relation; readonly left: Node; readonly right: Node })
  /** `a && b && c` is one node with three terms, so that long chains cost no depth. */
  | (Span & { readonly kind: 'and' | 'or'; readonly terms: readonly Node[] })

/** A mistake in a condition. */
export interface ConditionProblem extends Span {
  readonly message: string
  readonly suggestion?: string
}

/** Raised by the lexer and the parser, caught by `parseCondition`: a text that is no condition has one first mistake. */
export class SyntaxMistake extends Error {
  readonly span: Span
  constructor(message: string, span: Span) {
    super(message)
    this.span = span
  }
}
