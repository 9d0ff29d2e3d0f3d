import { warningSettings, type WarningSettings } from '../../../shared/domain/deadlines'
import { settings } from '../../i18n/ru/settings'

const words = settings.program

/** «30, 10» as numbers without repetitions, or null where it is no such list. Empty is none at all. */
export function readMinutes(typed: string): readonly number[] | null {
  const minutes = [...new Set(typed.split(/[\s,;]+/).filter((part) => part !== '').map(Number))]
  return warningSettings.shape.minutes.safeParse(minutes).success ? minutes : null
}

/** «когда осталась половина срока; за 30 и 10 минут; …», or that nothing is warned of. */
export function warningsInWords({ half, minutes, lastHour }: WarningSettings): string {
  const list = [...minutes].sort((a, b) => b - a)
  const parts = [
    half ? words.warnHalf : null,
    list.length === 0 ? null : words.warnBefore(list.length === 1 ? String(list[0]) : `${list.slice(0, -1).join(', ')} и ${list.at(-1)}`),
    lastHour ? words.warnLastHour : null,
  ].filter((part) => part !== null)
  return parts.length === 0 ? words.warnNothing : parts.join('; ')
}
