import { ComityError } from '../model/errors.ts'

/**
 * Runs a write to the store. What cannot be written down must not have happened: a failure of the store is AUDIT_UNAVAILABLE, and errors of our own pass.
 */
export function durably<T>(write: () => T): T {
  try {
    return write()
  } catch (error) {
    if (error instanceof ComityError) throw error
    throw new ComityError('AUDIT_UNAVAILABLE')
  }
}
