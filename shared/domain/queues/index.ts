export { duplicatesInCircles } from './circles'
export type { DatedCase } from './dated'
export { departmentDesk, deskPlace, inboxOrder, reviewQueue, triageQueue } from './inbox'
