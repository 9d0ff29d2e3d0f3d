export { attention, duplicatesInCircles, type Attention } from './attention'
export type { DatedCase } from './dated'
export { departmentDesk, deskPlace, inboxOrder, reviewQueue, triageQueue } from './inbox'
