import type { Stage } from '../../../shared/domain/case/caseState'
import type { ExplanationGround, RefusalGround } from '../../../shared/domain/journal/grounds'
import type { Network, Visibility } from '../../../shared/domain/journal/message'
import type { Department, Person } from '../../../shared/domain/people/directory'
import type { Role } from '../../../shared/domain/people/roles'

const network: Record<Network, string> = {
  vk: 'ВКонтакте',
  ok: 'Одноклассники',
  max: 'MAX',
  instagram: 'Instagram*',
  facebook: 'Facebook*',
}
const networkShort: Record<Network, string> = { vk: 'ВК', ok: 'ОК', max: 'MAX', instagram: 'IG*', facebook: 'FB*' }
const visibility: Record<Visibility, string> = { public: 'публичный комментарий', private: 'личное сообщение' }
const role: Record<Role, string> = {
  operator: 'Оператор',
  department: 'Ответственная структура',
  supervisor: 'Контроль (первый заместитель главы)',
  administrator: 'Администратор',
}
const roleInstrumental: Record<Role, string> = {
  operator: 'оператором официальных страниц',
  department: 'ответственной структурой',
  supervisor: 'контролирующим',
  administrator: 'администратором программы',
}
const stage: Record<Stage, string> = {
  triage: 'Новое',
  department: 'У структуры',
  review: 'На проверке',
  rework: 'На доработке',
  appeal: 'Обращение',
  closed: 'Закрыто',
}
const refusalGround: Record<RefusalGround, string> = {
  intentToHarm: 'сведения о намерениях причинить вред другому лицу',
  obscenity: 'нецензурные выражения',
  insult: 'оскорбительные выражения',
  threatToOfficial: 'угроза жизни, здоровью и имуществу должностного лица, членов его семьи',
  unreadable: 'текст не поддаётся прочтению',
  noSubstance: 'текст не позволяет определить суть предложения, заявления или жалобы',
}
const explanationGround: Record<ExplanationGround, string> = {
  outOfCompetence: 'вопрос не относится к компетенции администрации',
  abuseOfRight: 'требование действовать в обход закона (злоупотребление правом)',
  courtDecision: 'обжалование судебного акта',
  repeatedlyAnswered: 'на вопрос уже неоднократно отвечали письменно',
}
/** 3.7: what the text of each explanation must contain. */
const explanationPart: Record<ExplanationGround, string> = {
  outOfCompetence: 'должностные лица и структура, к чьей компетенции отнесён вопрос',
  abuseOfRight: 'недопустимость злоупотребления правом',
  courtDecision: 'порядок обжалования судебных актов',
  repeatedlyAnswered: 'неоднократное рассмотрение этого вопроса ранее',
}
const departmentKind: Record<Department['kind'], string> = {
  subdivision: 'структурное подразделение',
  body: 'отраслевой (функциональный) орган',
  institution: 'муниципальное учреждение',
  enterprise: 'муниципальное предприятие',
}
const personPlace: Record<NonNullable<Person['place']>, string> = { head: 'руководитель', deputy: 'заместитель', staff: 'сотрудник' }

/** Words for the closed lists of the domain, each list complete by its type. */
export const kinds = {
  network,
  networkShort,
  /** Shown wherever a Meta network is named. */
  metaFootnote: '* Деятельность Meta (Instagram, Facebook) запрещена в РФ с 21.03.2022 как экстремистская.',
  visibility,
  role,
  roleInstrumental,
  stage,
  refusalGround,
  explanationGround,
  explanationPart,
  departmentKind,
  personPlace,
} as const
