import type { DepartmentId } from '../domain/people/roles'
import type { TrainingStep } from './step'

type Act = TrainingStep extends infer Step ? (Step extends TrainingStep ? Omit<Step, 'message' | 'at'> : never) : never
/** Working hours before now at which something was placed or done. */
type Hours = number

const to = (id: string) => id as DepartmentId
const forward = (id: string): Act => ({ type: 'forwarded', to: to(id), purpose: 'answer' })

/** By the last part of the message's id: when it was placed and what was done since. Nothing done = waits for triage. */
export const plan: Readonly<Record<string, { readonly placed: Hours; readonly done?: readonly (readonly [Hours, Act])[] }>> = {
  // Answered long ago, in time, once after a return, once late.
  '5001': { placed: 60, done: [[58.5, forward('roads')], [56, { type: 'answered', text: 'Здравствуйте! Улица Мира до самой школы расчищена сегодня, тротуар посыпан.', measures: 'Направлен трактор с отвалом' }], [55, { type: 'published', text: 'Здравствуйте! Улица Мира до самой школы расчищена сегодня, тротуар посыпан.' }]] },
  '5003': { placed: 44, done: [
    [43, forward('zhkh')],
    [40.5, { type: 'answered', text: 'Работы ведутся.' }],
    [40, { type: 'returned', remarks: 'Не сказано, когда дадут воду и где взять её до тех пор.' }],
    [38.5, { type: 'answered', text: 'Здравствуйте! Колонка на улице Зелёной отогрета, вода будет к 18 часам. До этого времени подвоз воды к магазину.', measures: 'Выезд бригады, подвоз воды' }],
    [38, { type: 'published', text: 'Здравствуйте! Колонка на улице Зелёной отогрета, вода будет к 18 часам. До этого времени подвоз воды к магазину.' }],
    [37.5, { type: 'noticed', text: 'На улице Зелёной в Большой Салбе восстановлена подача воды из колонки.', link: 'https://example.org/news/voda' }],
  ] },
  '5005': { placed: 52, done: [[50, forward('waste')], [41, { type: 'answered', text: 'Здравствуйте! Мусор с площадки на Октябрьской вывезен, график вывоза восстановлен.' }], [40.5, { type: 'published', text: 'Здравствуйте! Мусор с площадки на Октябрьской вывезен, график вывоза восстановлен.' }]] },
  '5002': { placed: 36, done: [[35, { type: 'siteLinked', siteUrl: 'https://example.org/mfc', text: 'Здравствуйте! Режим работы МФЦ размещён на официальном сайте: https://example.org/mfc' }]] },
  '5009': { placed: 33, done: [[32, { type: 'refused', ground: 'unreadable' }]] },
  '5011': { placed: 31, done: [[30.5, { type: 'refused', ground: 'insult' }]] },
  '5012': { placed: 30, done: [[29.5, { type: 'refused', ground: 'threatToOfficial' }]] },
  '5013': { placed: 28, done: [[24, { type: 'explained', ground: 'courtDecision', text: 'Здравствуйте! Администрация района не вправе пересматривать решения судов. Решение можно обжаловать: апелляционная жалоба подаётся в вышестоящий суд через суд, принявший решение, в срок, указанный в решении.' }]] },
  // With the departments: in good time, due soon, overdue, declined, come back for review, being reworked.
  '5006': { placed: 2.5, done: [[1.5, forward('roads')]] },
  '5021': { placed: 5.5, done: [[3.7, forward('power')]] },
  '5024': { placed: 9, done: [[7, forward('waste')]] },
  '5017': { placed: 4, done: [[3, forward('culture')], [2, { type: 'declined', reason: 'Не наша компетенция: детскими садами занимается управление образования.' }]] },
  '5022': { placed: 6, done: [[5, forward('culture')], [1.5, { type: 'answered', text: 'Добрый день! Набор в лыжную секцию открыт до 10 декабря, занятия бесплатные, запись у тренера.' }]] },
  '5007': { placed: 6.6, done: [[6, forward('village-council')], [3.5, { type: 'answered', text: 'Пункт закрыт.' }], [2.8, { type: 'returned', remarks: 'Нужны причина и куда обращаться до открытия.' }]] },
  '5014': { placed: 8, done: [[6.5, { type: 'forwarded', to: to('power'), purpose: 'explanation', ground: 'repeatedlyAnswered', note: 'Отвечали дважды, нужны даты ответов.' }]] },
  // At the operator: some overdue, some due soon, some fresh.
  '5016': { placed: 1, done: [[0.8, { type: 'emergency', reason: 'Провалился настил моста через Сыду' }], [0.7, forward('edds')]] },
  '5015': { placed: 4.5, done: [[3, { type: 'appealOffered', text: 'Здравствуйте! Для предоставления участка нужно официальное обращение. Согласны ли Вы, чтобы мы его зарегистрировали?' }]] },
  '5010': { placed: 3.6 },
  '5019': { placed: 2.7 },
  '5020': { placed: 2.2, done: [[1, { type: 'noted', text: 'Похоже на объявление о продаже' }]] },
  '5023': { placed: 1.8 },
  '5008': { placed: 1.4 },
  '5004': { placed: 1.2 },
  '5018': { placed: 0.5 },
  '6001': { placed: 2.9 },
  '6003': { placed: 0.9 },
  im910000004_11: { placed: 0.4 },
  im910000006_12: { placed: 3.2, done: [[2.4, forward('social')]] },
  MTY5MDAwMDAwMDAwMTo5: { placed: 2.6 },
  MTY5MDAwMDAwMDAwMjo5: { placed: 2 },
  'mid:C3f0000000000.0001': { placed: 0.2 },
}
