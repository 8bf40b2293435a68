import { alertLeaks } from './alertLeaks.ts'
import { compiledLeaks } from './compiledLeaks.ts'
import { definitionLeaks } from './definitionLeaks.ts'
import { hubLeaks } from './hubLeaks.ts'
import { keptLeaks } from './keptLeaks.ts'
import type { Leak } from './leak.ts'
import { moveLeaks } from './moveLeaks.ts'
import { progressLeaks } from './progressLeaks.ts'
import { searchLeaks } from './searchLeaks.ts'
import { watchLeaks } from './watchLeaks.ts'

/** All leaks that are planted. */
export const leaks: readonly Leak[] = [
  ...hubLeaks,
  ...compiledLeaks,
  ...alertLeaks,
  ...keptLeaks,
  ...definitionLeaks,
  ...progressLeaks,
  ...moveLeaks,
  ...searchLeaks,
  ...watchLeaks,
]
