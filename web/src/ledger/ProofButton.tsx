import { useState } from 'react'
import { InclusionProofDocument } from '../generated/graphql.ts'
import { asProblem } from '../hub/hubProblem.ts'
import { Icon } from '../look/Icon.tsx'
import { useDesk } from '../shell/deskContext.ts'
import { useWords } from '../words/words.ts'
import { checkInclusion } from './checkInclusion.ts'

type Finding = 'none' | 'asking' | 'good' | 'unsigned' | 'bad' | 'pending' | { readonly failed: string }

/** Asks for the proof that an entry is in the ledger and checks it here: the hub is not believed, it is recomputed. */
export function ProofButton({ entry }: { readonly entry: number }) {
  const { say } = useWords()
  const { hub } = useDesk()
  const [finding, setFinding] = useState<Finding>('none')
  const check = async (): Promise<void> => {
    setFinding('asking')
    try {
      const proof = (await hub.ask(InclusionProofDocument, { entry })).data.ledgerInclusion
      // The latest checkpoint does not speak of the entry yet.
      if (proof === null) return setFinding('pending')
      const { included, signed } = await checkInclusion(proof)
      setFinding(!included || signed === false ? 'bad' : signed === null ? 'unsigned' : 'good')
    } catch (error) {
      setFinding({ failed: asProblem(error).message })
    }
  }
  if (finding === 'none' || finding === 'asking' || finding === 'pending')
    return (
      <>
        <button
          type="button"
          className="plain"
          disabled={finding === 'asking'}
          aria-label={say('ledger.checkOne', { n: entry })}
          onClick={() => void check()}
        >
          {say('ledger.check')}
        </button>
        <span role="status" className="none">
          {finding === 'pending' ? say('ledger.proof.pending') : ''}
        </span>
      </>
    )
  if (typeof finding === 'object')
    return (
      <span role="status" className="warning">
        <bdi>{finding.failed}</bdi>
      </span>
    )
  return (
    <span role="status" className={finding === 'good' ? 'proof-good' : finding === 'bad' ? 'proof-bad' : 'none'}>
      <Icon name={finding === 'good' ? 'check' : 'warning'} size={15} /> {say(`ledger.proof.${finding}`)}
    </span>
  )
}
