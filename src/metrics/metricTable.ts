/** What a metric is called, what sort it is, and what it says. `docs/operations.md` shows the same table; a test holds the two together. */
export interface MetricRow {
  readonly name: string
  readonly type: 'counter' | 'gauge' | 'histogram'
  readonly labels: readonly string[]
  readonly help: string
}

/**
 * Every metric of the hub's own. None counts rows or records but those that a feed has missed, and no label says who asked, for what, or for which type: whoever reads metrics may not read content.
 */
export const metricTable = {
  calls: row('comity_bureau_calls_total', 'counter', ['bureau', 'outcome'], 'Calls to a bureau, by how they ended.'),
  callSeconds: row('comity_bureau_call_seconds', 'histogram', ['bureau'], 'How long calls took, the wait for a place included.'),
  extras: row('comity_bureau_extra_attempts_total', 'counter', ['bureau', 'kind'], 'Attempts on top of the first of a call.'),
  inFlight: row('comity_bureau_attempts_in_flight', 'gauge', ['bureau'], 'Attempts that run now.'),
  waiting: row('comity_bureau_calls_waiting', 'gauge', ['bureau'], 'Calls that wait for a place now.'),
  places: row('comity_bureau_attempts_limit', 'gauge', ['bureau'], 'Attempts that may run at once now.'),
  breaker: row('comity_bureau_breaker', 'gauge', ['bureau', 'state'], '1 for the state that the breaker is in, else 0.'),
  answered: row('comity_bureau_last_answer_timestamp_seconds', 'gauge', ['bureau'], 'When it last answered; absent before it first did.'),
  pending: row('comity_bureau_pending_problems', 'gauge', ['bureau'], 'Mistakes in changed files that are not taken.'),
  members: row('comity_bureaus', 'gauge', ['status'], 'Members, by whether they take part.'),
  operations: row('comity_operations_total', 'counter', ['type', 'outcome'], 'Operations that have ended, by how.'),
  operationSeconds: row('comity_operation_seconds', 'histogram', ['type'], 'How long operations took, their audit entry included.'),
  fallbacks: row('comity_uncompiled_queries_total', 'counter', ['reason'], 'Queries that no plan covers, by why not.'),
  feedLag: row(
    'comity_feed_lag_seconds',
    'gauge',
    ['bureau', 'type'],
    'Since what a bureau showed has become alerts; absent before the first reading.',
  ),
  feedGap: row('comity_feed_gap', 'gauge', ['bureau', 'type'], '1 while changes are lost and not found yet, else 0.'),
  feedMissed: row('comity_feed_missed', 'gauge', ['bureau', 'type'], 'Changes that only a comparison found, ever.'),
  feedFailing: row('comity_feed_failing', 'gauge', ['bureau', 'type'], '1 while the last reading failed, else 0.'),
  messages: row(
    'comity_capture_messages_total',
    'counter',
    ['bureau', 'outcome'],
    'Messages of bureaus that something changed, by how they ended.',
  ),
  tokensRefused: row('comity_tokens_refused_total', 'counter', [], 'Requests without a token that the hub takes.'),
  changes: row('comity_file_changes_total', 'counter', ['what', 'outcome'], 'Changes of files, by what became of them.'),
  reloadFailures: row('comity_reload_failures_total', 'counter', [], 'Reloads that could not be noted durably and changed nothing.'),
} as const

function row(name: string, type: MetricRow['type'], labels: readonly string[], help: string): MetricRow {
  return { name, type, labels, help }
}
