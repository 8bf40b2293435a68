import type { GraphQLFormattedError } from 'graphql'
import type { Logger } from 'pino'
import { ComityError } from '../model/errors.ts'
import { internalError } from './apollo.ts'

/** The error that a caller may see: one of ours, or a reference to what the log says. */
export function errorOf(error: unknown, log: Logger): ComityError {
  return error instanceof ComityError ? error : internalError(error, log)
}

/** An error as it stands in a result. */
export function formatted({ message, extensions }: ComityError): GraphQLFormattedError {
  return { message, extensions }
}
