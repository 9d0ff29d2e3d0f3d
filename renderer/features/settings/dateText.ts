import type { LocalDate } from '../../../shared/domain/time'

/** «24.11.2026» */
export const dateText = (date: LocalDate): string => `${date.slice(8, 10)}.${date.slice(5, 7)}.${date.slice(0, 4)}`
