import type {
  FieldNode,
  FragmentDefinitionNode,
  GraphQLAbstractType,
  GraphQLField,
  GraphQLLeafType,
  GraphQLObjectType,
  GraphQLSchema,
  OperationDefinitionNode,
} from 'graphql'
import type { FieldSource } from './fieldSource.ts'

/** A query that has been worked out once, for one document, operation and set of `@skip` and `@include` that apply. Holds nothing of any caller or record. */
export interface QueryPlan {
  readonly schema: GraphQLSchema
  readonly operation: OperationDefinitionNode
  readonly fragments: Readonly<Record<string, FragmentDefinitionNode>>
  readonly root: ObjectPlan
  /** How many objects and fields with values of their own there are: the size of a run's tables. */
  readonly objects: number
  readonly slots: number
  /** Fields in all, those of every possible type counted: what the plan is charged for in memory. */
  readonly size: number
}

/** What is asked of objects of one type at one place of the document. */
export interface ObjectPlan {
  /** Its place in a run's tables. */
  readonly at: number
  readonly type: GraphQLObjectType
  /** In the order of the answer. */
  readonly fields: readonly FieldPlan[]
  /** Those of them whose values are read, for all parents at once, before anything is written. None: the object can be written as it is met. */
  readonly loaded: readonly FieldPlan[]
}

/** One field of the answer. */
export interface FieldPlan {
  /** Its name in the answer. */
  readonly key: string
  readonly definition: GraphQLField<unknown, unknown>
  readonly parentType: GraphQLObjectType
  /** All that ask for it here; arguments are those of the first. */
  readonly nodes: readonly [FieldNode, ...FieldNode[]]
  readonly source: FieldSource
  /** Where a run keeps its values; null: it is read when it is written. */
  readonly slot: number | null
  readonly shape: Shape
}

/** The form of a value. */
export type Shape = LeafShape | ListShape | ObjectShape | AbstractShape

export interface LeafShape {
  readonly is: 'leaf'
  readonly required: boolean
  readonly type: GraphQLLeafType
}

export interface ListShape {
  readonly is: 'list'
  readonly required: boolean
  readonly of: Shape
}

export interface ObjectShape {
  readonly is: 'object'
  readonly required: boolean
  readonly plan: ObjectPlan
}

export interface AbstractShape {
  readonly is: 'abstract'
  readonly required: boolean
  readonly type: GraphQLAbstractType
  /** By the name of the object type. */
  readonly plans: ReadonlyMap<string, ObjectPlan>
}
