import { assertNever } from '../lib/assertNever'
import type { LinkFailure } from './link'
import type { Change, ProvisionFailure } from './provision/plan'

/** Sentences for the command line and the administrator's page: what is wrong and what to do. */
export function sayLinkFailure(failure: LinkFailure): string {
  switch (failure) {
    case 'name': return 'Сервер с таким именем не найден. Проверьте адрес и доступ к сети.'
    case 'refused': return 'По этому адресу и порту никто не отвечает. Проверьте, запущен ли сервер, и номер порта (обычно 5984, с шифрованием 6984).'
    case 'certificate': return 'Сертификат сервера выдан центром, которого этот компьютер не знает. Укажите файл сертификата удостоверяющего центра администрации; его даст администратор.'
    case 'certificateDate': return 'Сертификат сервера просрочен или ещё не действует. Проверьте дату на этом компьютере; если она верна, попросите администратора обновить сертификат.'
    case 'certificateName': return 'Сертификат сервера выдан на другое имя. Укажите адрес так, как он записан в сертификате: по имени, а не цифрами. Имя даст администратор.'
    case 'protocol': return 'Сервер отвечает не так, как ожидалось: проверьте, http или https указан в адресе.'
    case 'timeout': return 'Сервер не ответил вовремя. Проверьте сеть; программа повторит попытку сама.'
    case 'cut': return 'Связь с сервером прервалась. Программа повторит попытку сама.'
    case 'insecure': return 'Адрес начинается с http://, пароль пошёл бы по сети открытым текстом. Укажите https:// или подтвердите, что сеть защищена иначе.'
    case 'notJson': return 'По этому адресу отвечает не сервер CouchDB. Проверьте адрес и порт.'
    default: return assertNever(failure, 'link failure')
  }
}

export function sayProvisionFailure(failure: ProvisionFailure): string {
  switch (failure.reason) {
    case 'unreachable': return sayLinkFailure(failure.failure)
    case 'password': return 'Сервер не принял имя или пароль администратора. Проверьте их и повторите.'
    case 'lockout': return 'После нескольких неверных паролей сервер закрыл вход на пять минут. Подождите и повторите.'
    case 'notAdministrator': return 'Это имя не администратора сервера. Нужен администратор из раздела [admins] настроек CouchDB.'
    case 'notCouchDb': return 'По этому адресу отвечает не CouchDB. Проверьте адрес и порт.'
    case 'tooOld': return `На сервере CouchDB ${failure.version}, нужна 3.3 или новее. Обновите сервер.`
    case 'rulesDoNotRun': return `Правила базы ${failure.database} не работают на этом сервере (${failure.detail}). Записывать в неё нельзя; сообщите разработчику версию сервера.`
    case 'refused': return `Сервер отказал в ${failure.path}: ${failure.status} ${failure.detail}. Устраните причину и повторите: сделанное сохранилось.`
    default: return assertNever(failure, 'provision failure')
  }
}

export function sayChange({ what, name }: Change): string {
  switch (what) {
    case 'database': return `создана база ${name}`
    case 'security': return `настроен доступ к базе ${name}`
    case 'rules': return `обновлены правила записи в базу ${name}`
    case 'user': return `создан пользователь ${name}`
    case 'password': return `сменён пароль пользователя ${name}`
    case 'roles': return `изменены роли пользователя ${name}`
    case 'job': return `запущена пересылка ${name}`
    case 'jobRemoved': return `снята пересылка ${name}`
    case 'mark': return `обновлена отметка в базе ${name}`
    default: return assertNever(what, 'change')
  }
}
