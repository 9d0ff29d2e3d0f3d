import type { Sign } from '../../../shared/domain/moderation/suggestion'

const sign: Record<Sign, string> = {
  obsceneWord: 'нецензурное слово',
  roughWord: 'грубое слово',
  insultingWord: 'оскорбительное слово',
  threat: 'похоже на угрозу',
  noLetters: 'в тексте нет букв',
  keyboardNoise: 'похоже на случайный набор',
  greetingOnly: 'только приветствие, без сути',
  advertisement: 'похоже на рекламу',
  courtDecision: 'речь о судебном решении',
  askedBefore: 'автор пишет, что уже спрашивал',
  otherAuthority: 'похоже, это к другому органу',
  aroundTheLaw: 'похоже на просьбу в обход закона',
  appealWording: 'слова официального обращения',
  requisites: 'указаны имя и адрес, как в обращении',
  accident: 'похоже на аварию',
  danger: 'похоже на опасность для людей',
  wrongLayout: 'набрано в другой раскладке',
}

export const suggestions = {
  title: 'Предложения программы',
  note: 'Предложение, решаете вы.',
  sign,
  confidence: { likely: 'скорее всего', possible: 'возможно' },
  kind: {
    refusal: (ground: string) => `Основание отказа: ${ground}`,
    explanation: (ground: string) => `Разъяснение: ${ground}`,
    appeal: 'Признаки обращения по 59-ФЗ: предложите официальное обращение',
    emergency: 'Возможно, экстренное',
    layout: 'Возможно, другая раскладка:',
  },
  authority: (name: string) => `компетентный орган: ${name}`,
  department: 'Похоже, это к структуре:',
  copyMeant: 'Скопировать прочтение',
} as const
