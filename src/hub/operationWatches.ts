import type { WatchAct } from '../audit/entry.ts'
import type { Hub } from '../hub.ts'
import type { Match } from '../model/predicate.ts'
import type { PlannedOperation } from '../plan/operation.ts'
import type { Watch } from '../watches/watch.ts'
import type { WatchDesk } from '../watches/watchDesk.ts'

/** What is to be watched for. */
export interface WatchArguments {
  readonly note: string
  /** Record type. */
  readonly type: string
  /** The type's filter, as it was given. */
  readonly where: unknown
  readonly match: Match
}

/** What one operation does about its caller's watches. */
export class OperationWatches {
  /** What was done, in its order. */
  readonly acts: WatchAct[] = []
  readonly hub: Pick<Hub, 'watchDesk'>
  readonly plan: PlannedOperation

  constructor(hub: Pick<Hub, 'watchDesk'>, plan: PlannedOperation) {
    this.hub = hub
    this.plan = plan
  }

  /** Where watches are kept. */
  get desk(): WatchDesk {
    if (this.hub.watchDesk === null) throw new TypeError('this hub follows no log of changes')
    return this.hub.watchDesk
  }

  /** Sets a watch. Throws as `WatchDesk.create`. */
  async create({ note, type, where, match }: WatchArguments): Promise<Watch> {
    const question = { type, where: this.plan.filterOf(where, type), match }
    const watch = await this.desk.create({ note, question }, this.plan.caller, (...status) => this.plan.statuses.add(...status))
    return this.noted('CREATED', watch)
  }

  /** Lets a watch last for another year. Throws as `WatchDesk.renew`. */
  renew(id: string): Watch {
    return this.noted('RENEWED', this.desk.renew(id, this.plan.caller))
  }

  /** Takes a watch away. Throws as `WatchDesk.delete`. */
  delete(id: string): string {
    return this.noted('DELETED', this.desk.delete(id, this.plan.caller)).id
  }

  private noted(act: WatchAct['act'], watch: Watch): Watch {
    this.acts.push({ act, id: watch.id, type: watch.question.type })
    return watch
  }
}
