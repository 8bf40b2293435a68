import { CaseField } from './CaseField.tsx'
import type { Declaration } from './declaration.ts'
import { PurposeField } from './PurposeField.tsx'

interface Props {
  readonly purposes: readonly string[]
  readonly declaration: Declaration
  readonly onDeclare: (declaration: Declaration) => void
}

/** Purpose and case reference. */
export function DeclarationFields({ purposes, declaration, onDeclare }: Props) {
  return (
    <>
      <PurposeField purposes={purposes} value={declaration.purpose} onChange={(purpose) => onDeclare({ ...declaration, purpose })} />
      <CaseField value={declaration.caseReference} onChange={(caseReference) => onDeclare({ ...declaration, caseReference })} />
    </>
  )
}
