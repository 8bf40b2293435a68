import type { RequestAct } from '../../src/model/assistance.ts'
import type { ActWords } from '../../src/requests/advance.ts'
import type { RequestFile } from '../../src/requests/requestFile.ts'
import type { Requests } from '../../src/requests/requests.ts'
import { caller } from '../support/caller.ts'

const nothing = { subjects: [], notice: null, operation: null, parent: null }

/** An officer of a bureau, now. */
export function officerOf(bureau: string, caseRef = `${bureau}-2026-0001`) {
  const now = Date.now()
  return {
    ...caller({ bureau, personRef: `${bureau}-1` }, { case: caseRef }),
    instant: now,
    date: new Date(now).toISOString().slice(0, 10),
  }
}

/** Writes a request of XA to XB and sends it, by the core and without GraphQL. Resolves when it is accepted. `word` names both acts. */
export async function askXb(requests: Requests, word: string, caseRef: string, question = 'Who?'): Promise<RequestFile> {
  const who = officerOf('XA', caseRef)
  const draft = {
    clientMutationId: `${word} c`,
    requestedBureaus: ['XB'],
    reference: word,
    kind: 'INFORMATION',
    urgency: 'NORMAL',
    wantedBy: null,
    question,
    legalBasis: 'RECIPROCITY',
  }
  const [file] = await requests.create(draft, draft, async () => nothing, who)
  if (file === undefined) throw new Error('no draft')
  // Whoever sends it again does so on what they had read, though it may have been sent meanwhile.
  const drafted = { ...file, request: { ...file.request, standing: { ...file.request.standing, version: 1 } } }
  return actOn(requests, drafted, 'sendRequest', 'SEND', who, {}, `${word} s`)
}

/** One act on a request. */
export function actOn(
  requests: Requests,
  file: RequestFile,
  field: string,
  act: RequestAct,
  who = officerOf('XA'),
  words: ActWords = {},
  word = `${field} ${file.request.standing.version}`,
): Promise<RequestFile> {
  const given = { ...words, clientMutationId: word, ref: file.ref, version: file.request.standing.version }
  return requests.act(field, act, given, { ...words, ref: file.ref, version: given.version }, who)
}
