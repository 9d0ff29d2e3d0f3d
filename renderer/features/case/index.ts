export { CaseActions } from './CaseActions'
export { CaseView } from './CaseView'
