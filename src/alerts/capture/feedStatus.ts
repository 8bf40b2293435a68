import type { CaptureDeclaration, FeedId, FeedState, FeedStatus } from '../../model/capture.ts'

/** How a feed in this state stands at an instant (epoch milliseconds). */
export function feedStatus(id: FeedId, mode: CaptureDeclaration['mode'], state: Omit<FeedState, 'batches'>, now: number): FeedStatus {
  const { caughtUpAt, reconciledAt, missed, gap, lastError } = state
  return {
    ...id,
    mode,
    watermark: caughtUpAt === null ? null : new Date(caughtUpAt).toISOString(),
    lagMs: caughtUpAt === null ? null : Math.max(0, now - caughtUpAt),
    lastReconcileAt: reconciledAt === null ? null : new Date(reconciledAt).toISOString(),
    gap,
    missed,
    lastError,
  }
}
