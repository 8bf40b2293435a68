import { inspectRedis } from '../../alerts/inspectRedis.ts'
import { classOf } from './database.ts'
import { doubtful, type Examination, ill, well } from './finding.ts'

/** Looks at the Redis by which nodes tell each other of changes. That it is away makes alerts later, and loses none. */
export function examineRedis(url: string): Examination {
  return {
    name: 'Redis',
    async look() {
      try {
        const { version, role } = await inspectRedis(url)
        if (Number.parseInt(version, 10) < 6) return [ill(`Redis ${version}`, 'take Redis 6 or later')]
        if (role !== 'master') return [ill(`Redis ${version} is a replica, which takes no writes`, 'give the address of the primary')]
        return [well(`Redis ${version}`)]
      } catch (error) {
        const cure =
          'see that it runs and that its address and password are right; until then nodes look into the log, and alerts come up to half a second later'
        return [doubtful(`it does not answer: ${classOf(error)}`, cure)]
      }
    },
  }
}
