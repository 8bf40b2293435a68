import { type ArgumentNode, Kind, parseType, type VariableDefinitionNode } from 'graphql'

/** The variables of one document: every value travels as one, none is ever written into the document. */
export class Variables {
  readonly definitions: VariableDefinitionNode[] = []
  readonly values: Record<string, unknown> = {}

  /** An argument with its value in a new variable. */
  argument(name: string, type: string, value: unknown): ArgumentNode {
    const variable = { kind: Kind.VARIABLE, name: { kind: Kind.NAME, value: `v${this.definitions.length}` } } as const
    this.definitions.push({ kind: Kind.VARIABLE_DEFINITION, variable, type: parseType(type, { noLocation: true }) })
    this.values[variable.name.value] = value
    return { kind: Kind.ARGUMENT, name: { kind: Kind.NAME, value: name }, value: variable }
  }
}
