import { localDate, type LocalDate } from '../time'
import type { WarningSettings } from './warningSettings'

/** working: the schedule's intervals; day: 24 h of each working day; elapsed: every hour. */
export type Clock = 'working' | 'day' | 'elapsed'

/** What every rule of a regulation carries: the clause it comes from, its length in hours, and the clock that counts them. */
export interface HoursRule {
  readonly clause: string
  readonly hours: number
  readonly clock: Clock
}

export interface RegulationRules {
  /** 3.1. `received`: from the moment the program recorded the message. */
  readonly triage: HoursRule & { readonly from: 'placed' | 'received' }
  /** 3.2 par. 1, capped by `total` and `publication`. */
  readonly answer: HoursRule & { readonly from: 'forwarded' | 'placed' }
  /** 3.2 par. 4. `shared`: all returns together have one budget of hours. */
  readonly rework: HoursRule & { readonly budget: 'each' | 'shared' }
  /** 3.2 par. 5. */
  readonly total: HoursRule & { readonly from: 'placed' | 'forwarded' }
  /** 3.3. `floorHours`: the working hours that the period must hold at least; null reads the clause without them. */
  readonly publication: HoursRule & { readonly from: 'placed' | 'received'; readonly floorHours: number | null }
  /** 3.7. `alsoAnswer`: the department's terms hold beside it. */
  readonly explanation: HoursRule & { readonly alsoAnswer: boolean }
  /** 3.9: hours of the elapsed clock within which the answer and the triage are due once the flag is up. */
  readonly emergency: {
    readonly clause: string
    readonly from: 'flagged' | 'placed'
    readonly answerHours: number
    readonly triageHours: number
    readonly clock: Clock
  }
  /** 3.8 and 59-FZ: calendar days, counted from the next day. */
  readonly appeal: {
    readonly clause: string
    readonly registrationDays: number
    readonly registrationClause: string
    readonly forwardingDays: number
    readonly forwardingClause: string
    readonly answerDays: number
    readonly extensionDays: number
    readonly answerClause: string
  }
}

/** An order as data: numbers, clocks and starts, with their clauses and the dates between which it holds for new messages. */
export interface Regulation {
  readonly id: string
  readonly number: string
  readonly date: LocalDate
  readonly title: string
  readonly validFrom: LocalDate
  /** The last date of validity, inclusive; null while it is in force. */
  readonly validTo: LocalDate | null
  readonly rules: RegulationRules
  /** When deadlines are warned of, unless a person chose otherwise for himself; absent: half, 30 and 10 minutes, the last hour. */
  readonly warnings?: WarningSettings | undefined
}

/** Order № 685-п of 30.11.2021, in the readings that deadlines are judged by unless the administrator sets others. */
export const ORDER_685: Regulation = {
  id: '685-p',
  number: '685-п',
  date: localDate('2021-11-30'),
  title: 'Порядок работы с сообщениями пользователей',
  validFrom: localDate('2021-11-30'),
  validTo: null,
  rules: {
    triage: { clause: '3.1', hours: 3, clock: 'working', from: 'placed' },
    answer: { clause: '3.2', hours: 4, clock: 'working', from: 'forwarded' },
    rework: { clause: '3.2', hours: 3, clock: 'working', budget: 'each' },
    total: { clause: '3.2', hours: 23, clock: 'day', from: 'placed' },
    publication: { clause: '3.3', hours: 24, clock: 'day', from: 'placed', floorHours: 8 },
    explanation: { clause: '3.7', hours: 12, clock: 'working', alsoAnswer: false },
    emergency: { clause: '3.9', from: 'flagged', answerHours: 24, triageHours: 3, clock: 'elapsed' },
    appeal: {
      clause: '3.8',
      registrationDays: 3,
      registrationClause: '59-ФЗ, ст. 8 ч. 2',
      forwardingDays: 7,
      forwardingClause: '59-ФЗ, ст. 8 ч. 3',
      answerDays: 30,
      extensionDays: 30,
      answerClause: '59-ФЗ, ст. 12',
    },
  },
}
