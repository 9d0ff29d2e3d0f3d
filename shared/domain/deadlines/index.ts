/**
 * The deadline engine: what the order's hours mean for one case.
 *
 *   const rulebook = openRulebook({ zone, regulations, schedules, calendar })   // once per change of settings
 *   const rules = rulebook.inForceAt(facts.placedAt)                            // the rules in force when it was placed
 *   const { deadlines, binding, bindingRule } = deadlinesOf(facts, rules, now)  // all terms, judged at `now`
 *   const { slices } = explain(deadline, rules)                                 // why it ends when it ends
 *
 * `CaseFacts` are plain instants folded from a case's events (`caseFacts` fills in what has not happened).
 * Instants are epoch ms; an act at exactly `due` is in time; nothing is rounded and nothing is moved to suit office hours
 * (`workable` stands beside `due`). Pure: no clock, no zone of the machine; `now` comes in.
 * Rules are numbered DL… in ../SPEC.md.
 */
export type {
  CaseDeadlines,
  DayCount,
  Deadline,
  DeadlineId,
  DeadlineState,
  RuleId,
  Span,
  StartEvent,
  Term,
} from './deadline'
export { deadlinesOf } from './deadlinesOf'
export { explain, explainTerm, type DayNote, type Explanation, type SkipReason, type Slice } from './explain'
export {
  caseFacts,
  NO_APPEAL,
  type AppealFacts,
  type CaseFacts,
  type CaseKind,
  type DepartmentFact,
  type DepartmentId,
  type ForwardingFact,
} from './facts'
export { movedDeadlines, type MovedDeadline } from './movedDeadlines'
export { ORDER_685, type Clock, type HoursRule, type Regulation, type RegulationRules } from './regulation'
export { openRulebook, type OpenRulebook, type Rulebook, type RulesInForce } from './rulebook'
export {
  SCHEDULE_PRESETS,
  WEEKDAY_KEYS,
  weekdayKey,
  type Schedule,
  type SchedulePresetId,
  type WeekdayKey,
  type WorkInterval,
} from './schedule'
export { regulationSchema, rulebookSchema, scheduleSchema } from './schemas'
export { defaultWarnings, warningSettings, type WarningSettings } from './warningSettings'
export { whatIf } from './whatIf'
export { compile, WorkingTime } from './workingTime'
