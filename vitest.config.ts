import { createRequire } from 'node:module'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  resolve: {
    // Node gives our code and our libraries one and the same CommonJS build of graphql-js; a bundler would give our code the other one, and two realms.
    alias: [{ find: /^graphql$/, replacement: createRequire(import.meta.url).resolve('graphql') }],
  },
  test: {
    include: ['test/**/*.test.ts'],
    allowOnly: false,
    testTimeout: 20_000,
  },
})
