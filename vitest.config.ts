import { createRequire } from 'node:module'
import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  resolve: {
    // Node gives our code and our libraries one and the same CommonJS build of graphql-js; a bundler would give our code the other one, and two realms.
    alias: [{ find: /^graphql$/, replacement: createRequire(import.meta.url).resolve('graphql') }],
  },
  test: {
    include: ['test/**/*.test.ts'],
    // Processes, not threads: a database file, a signal or an exit of one test file is nothing to another.
    pool: 'forks',
    // Test files mostly wait for servers they started, so that two go on together even on one processor.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    testTimeout: 20_000,
    // Starting a private PostgreSQL, MariaDB or Chromium on a busy machine.
    hookTimeout: 60_000,
    // A failure stays one: nothing is tried twice, singled out, or passed without an assertion's file having run.
    retry: 0,
    allowOnly: false,
    passWithNoTests: false,
  },
})
