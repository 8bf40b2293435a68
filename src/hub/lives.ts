import { operationLife } from '../jointOperations/machine.ts'
import { operationType } from '../jointOperations/operationMapping.ts'
import type { NamedLife } from '../lives/drawing.ts'
import type { Life, LifeWords } from '../lives/life.ts'
import { noticeLife } from '../notices/machine.ts'
import { noticeType } from '../notices/noticeMapping.ts'
import { requestType } from '../requests/heldMapping.ts'
import { requestLife } from '../requests/machine.ts'

/** Everything at the hub that has a life. */
export const lives: readonly NamedLife[] = [
  {
    name: requestType,
    about: 'A request from one bureau to one other. A late answer is still an answer; nothing leads back to being written.',
    life: plain(requestLife),
  },
  {
    name: noticeType,
    about:
      'A notice that is reviewed and published at the hub (Rules on the Processing of Data, Art. 73-88). Its owner never publishes it.',
    life: plain(noticeLife),
  },
  {
    name: operationType,
    about:
      'A joint operation of several bureaus. Nobody is a party but by their own act, what is agreed on is signed by all, and whoever leaves is gone at once.',
    life: plain(operationLife),
  },
]

/** To be looked at only: in which words it is told does not matter then. */
function plain<W extends LifeWords>(life: Life<W>): Life<LifeWords> {
  return life as unknown as Life<LifeWords>
}
