import type { HubProblem } from '../hub/hubProblem.ts'
import { useWords } from '../words/words.ts'
import { Icon } from './Icon.tsx'

/** What went wrong: the hub's own words, the code, and what can be done. */
export function Problem({ problem, onRetry }: { readonly problem: HubProblem | null; readonly onRetry?: () => void }) {
  const { say } = useWords()
  if (problem === null) return null
  return (
    <div className="problem" role="alert">
      <Icon name="warning" />
      <p>
        <bdi>{problem.message}</bdi> <code>{problem.code}</code>
        <br />
        <small>{say(adviceFor(problem.code))}</small>
      </p>
      {onRetry !== undefined && (
        <button type="button" onClick={onRetry}>
          {say('again')}
        </button>
      )}
    </div>
  )
}

function adviceFor(code: string) {
  if (code.startsWith('PURPOSE') || code === 'CASE_REQUIRED') return 'advice.purpose'
  if (code === 'ROLE_REQUIRED' || code === 'UNAUTHENTICATED' || code.endsWith('_NOT_FOUND')) return 'advice.rights'
  if (code === 'VERSION_CONFLICT' || code === 'ILLEGAL_TRANSITION') return 'advice.moved'
  if (code.startsWith('BAD_') || code === 'NO_LEGAL_BASIS' || code === 'NOTICE_INCOMPLETE') return 'advice.input'
  if (code === 'BUDGET_EXCEEDED' || code.startsWith('TOO_MANY')) return 'advice.budget'
  return 'advice.later'
}
