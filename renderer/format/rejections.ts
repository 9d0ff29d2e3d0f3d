import type { Rejection } from '../../shared/domain/case/rejections'
import type { Directory } from '../../shared/domain/people/directory'
import { ru } from '../i18n/ru'
import { rejections as words } from '../i18n/ru/rejections'
import type { InstantFormat } from './instants'
import { departmentName } from './people'

/** The sentence that tells a person why the rules disallow what he asked, and what to do. */
export function rejectionText(rejection: Rejection, directory: Directory, format: InstantFormat): string {
  switch (rejection.reason) {
    case 'notPermitted':
      return words.notPermitted(ru.kinds.role[rejection.role])
    case 'notYourForwarding':
      return words.notYourForwarding(departmentName(directory, rejection.department))
    case 'blank':
      return words.words[rejection.field]
    case 'inFuture':
      return words.inFuture(rejection.field)
    case 'tooEarly':
      return words.tooEarly(rejection.field, format.moment(rejection.earliest))
    case 'notWebAddress':
      return words.notWebAddress(rejection.field)
    case 'wrongPlace':
      return words.wrongPlace[rejection.required]
    case 'departmentUnknown':
      return words.departmentUnknown(departmentName(directory, rejection.department))
    case 'departmentClosed':
      return words.departmentClosed(departmentName(directory, rejection.department))
    case 'forwardingActive':
      return words.forwardingActive(departmentName(directory, rejection.to))
    case 'alreadyRegistered':
      return words.alreadyRegistered(rejection.number)
    case 'requisitesMissing':
      return words.requisitesMissing(rejection.missing)
    default:
      return words.plain[rejection.reason]
  }
}
