/** What the benchmark needs of the engine, in one module. */
export { RU_CALENDAR } from '../../../shared/domain/calendar'
export { caseFacts, compile, deadlinesOf, explain, openRulebook, ORDER_685, SCHEDULE_PRESETS } from '../../../shared/domain/deadlines'
export { DEFAULT_OFFICE_ZONE } from '../../../shared/domain/time'
