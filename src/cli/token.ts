import { openDemoIssuer } from '../identity/demo/demoIssuer.ts'
import { readPurpose } from '../identity/purpose.ts'
import { nearest } from '../model/problem.ts'

/** What `comity token` takes. */
export interface TokenOptions {
  /** A demo persona. */
  readonly as: string
  /** Narrows the token to one purpose. */
  readonly purpose?: string
  /** A case reference, checked for its form; it is declared with each operation, not in the token. */
  readonly case?: string
  /** Where the running demo keeps its key. */
  readonly dataDir: string
}

/** Where the command writes. */
export interface TokenOutput {
  readonly out: { write(text: string): unknown }
  readonly err: { write(text: string): unknown }
}

/** `comity token`: prints a demo token and nothing else. Gives the exit code. */
export async function token(options: TokenOptions, { out, err }: TokenOutput): Promise<number> {
  const fail = (sentence: string): number => {
    err.write(`${sentence}\n`)
    return 1
  }
  const issuer = await openDemoIssuer(options.dataDir).catch((error: NodeJS.ErrnoException) => error)
  if (issuer instanceof Error) {
    if (issuer.code !== 'ENOENT') return fail(issuer.message)
    return fail(`No demo has run over ${options.dataDir}: start one with "npm start", or set COMITY_DATA_DIR to its folder.`)
  }
  const persona = issuer.personas.find((one) => one.id === options.as)
  if (persona === undefined) {
    const ids = issuer.personas.map((one) => one.id)
    const near = nearest(options.as, ids)
    return fail(`There is no persona "${options.as}"${near ? `; did you mean "${near}"` : ''}. Personas: ${ids.join(', ')}.`)
  }
  if (options.case !== undefined && options.purpose === undefined) return fail('A case needs a purpose: add --purpose.')
  if (options.purpose === undefined) {
    out.write(`${(await issuer.issue(persona.id))?.token ?? ''}\n`)
    return 0
  }
  const declared = options.case === undefined ? options.purpose : `${options.purpose}; case=${options.case}`
  try {
    readPurpose({ header: declared, extension: null }, persona.purposes, persona.purposes)
  } catch {
    return fail(`${persona.id} may declare ${persona.purposes.join(', ')}; a case is letters, digits and . / _ -, at most 64.`)
  }
  out.write(`${(await issuer.issue(persona.id, [options.purpose]))?.token ?? ''}\n`)
  return 0
}
