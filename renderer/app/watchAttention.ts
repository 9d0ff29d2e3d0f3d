import type { Attention, DatedCase } from '../../shared/domain/queues'
import type { Observable } from '../application/application'
import { attentionAt } from '../application/dated'
import { changing } from '../application/observable'
import type { Clock } from '../application/ports'

/** What asks for attention, looked at every second; first when the start is over. Deadlines are only compared with the clock. */
export function watchAttention(dated: Observable<readonly DatedCase[]>, clock: Clock): Observable<readonly Attention[]> & { stop(): void } {
  const judge = attentionAt()
  const list = changing(judge([], clock.now()))
  const look = () => list.set(judge(dated.get(), clock.now()))
  const ticking = setInterval(look, 1000)
  return {
    get: () => list.get(),
    subscribe: (listener) => list.subscribe(listener),
    stop: () => clearInterval(ticking),
  }
}
