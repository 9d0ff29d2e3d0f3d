const second = 1000
const minute = 60 * second
const hour = 60 * minute
const day = 24 * hour

const space = '\u00A0'

/** «1 ч 20 мин», «3 ч», «45 мин», «2 дн 4 ч»; whole minutes, cut, never rounded up: nobody is promised a minute he has not got. */
export function duration(ms: number): string {
  const size = Math.abs(ms)
  if (size < minute) return `${Math.floor(size / second)}${space}с`
  const days = Math.floor(size / day)
  const hours = Math.floor((size % day) / hour)
  const minutes = Math.floor((size % hour) / minute)
  if (days > 0) return hours > 0 ? `${days}${space}дн ${hours}${space}ч` : `${days}${space}дн`
  if (hours > 0) return minutes > 0 ? `${hours}${space}ч ${minutes}${space}мин` : `${hours}${space}ч`
  return `${minutes}${space}мин`
}

/** The same in hours however many: «23 ч 10 мин»; for terms that the order states in hours. */
export function hoursAndMinutes(ms: number): string {
  const size = Math.abs(ms)
  const hours = Math.floor(size / hour)
  const minutes = Math.floor((size % hour) / minute)
  const seconds = Math.floor((size % minute) / second)
  const parts = [hours > 0 ? `${hours}${space}ч` : '', minutes > 0 ? `${minutes}${space}мин` : '', seconds > 0 && hours === 0 ? `${seconds}${space}с` : '']
  return parts.filter((part) => part !== '').join(' ') || `0${space}мин`
}

/** «1:20:05» for the last hours, as a clock on a wall shows it. */
export function clockFace(ms: number): string {
  const size = Math.abs(ms)
  const two = (value: number) => String(value).padStart(2, '0')
  const hours = Math.floor(size / hour)
  const rest = `${two(Math.floor((size % hour) / minute))}:${two(Math.floor((size % minute) / second))}`
  return hours > 0 ? `${hours}:${rest}` : rest
}

/** Bytes as «20,0 МБ». */
export function fileSize(bytes: number): string {
  const number = new Intl.NumberFormat('ru-RU', { maximumFractionDigits: 1 })
  if (bytes < 1024) return `${bytes}${space}Б`
  if (bytes < 1024 * 1024) return `${number.format(bytes / 1024)}${space}КБ`
  return `${number.format(bytes / 1024 / 1024)}${space}МБ`
}
