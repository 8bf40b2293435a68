import type { Limits } from '../../src/model/bureau.ts'

/** Nothing is asked twice and the breaker stays out of the way, unless every call fails: for tests of what is above or below a link. */
export const patientLimits: Limits = {
  deadlineMs: 1000,
  concurrency: 8,
  queue: 32,
  pageRows: 50,
  scanRows: 10_000,
  slowMs: null,
  breakerPercent: 100,
  retryPercent: 0,
  hedgePercent: 0,
}
