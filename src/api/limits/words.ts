import { type DocumentNode, visit } from 'graphql'
import { limits } from './limits.ts'
import { tooCostly } from './refusal.ts'

/** Counts what a document is written with. Throws QUERY_TOO_COSTLY. */
export function assertFewWords(document: DocumentNode): void {
  let [aliases, directives, spreads] = [0, 0, 0]
  visit(document, {
    Field: (node) => {
      if (node.alias) aliases++
    },
    Directive: () => {
      directives++
    },
    FragmentSpread: () => {
      spreads++
    },
    InlineFragment: () => {
      spreads++
    },
  })
  if (aliases > limits.aliases) throw tooCostly(`more than ${limits.aliases} aliases`)
  if (directives > limits.directives) throw tooCostly(`more than ${limits.directives} directives`)
  if (spreads > limits.spreads) throw tooCostly(`more than ${limits.spreads} fragments`)
}
