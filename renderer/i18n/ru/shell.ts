import { counted } from '../plural'

export const shell = {
  product: 'Отклик',
  navigation: 'Разделы',
  statusBand: 'Состояние: ближайший срок, рабочее время, отправка',
  nav: {
    inbox: 'Входящие',
    review: 'Проверка',
    department: 'Наш отдел',
    intake: 'Приём',
    archive: 'Архив',
    registers: 'Реестры',
    directory: 'Справочник',
    calendar: 'Календарь',
    settings: 'Настройки',
  },
  actAs: 'Действую как',
  actAsHint: 'На этом компьютере работает один человек; он сам выбирает, в какой роли действует. Роль записывается в журнал.',
  noDepartments: 'Добавьте структуры в справочник, чтобы действовать от их имени',
  help: 'Клавиши',
  theme: { label: 'Оформление', light: 'Светлое', dark: 'Тёмное', system: 'Как в системе' },
  status: {
    nothingRuns: 'Ни один срок сейчас не идёт',
    nextIs: 'Ближайший срок',
    workingUntil: (time: string) => `Рабочее время до ${time}`,
    notWorkingUntil: (time: string) => `Нерабочее время до ${time}`,
    thisComputer: 'Работаем на этом компьютере',
    thisComputerHint: 'Сервера нет: всё хранится на этом компьютере. Не забывайте сохранять копию в настройках.',
    unsent: (count: number) => `Не отправлено: ${counted(count, ['запись', 'записи', 'записей'])}`,
    overdue: (count: number) => `Просрочено: ${count}`,
  },
  helpSheet: {
    title: 'Работа с клавиатуры',
    note: 'Клавиши действуют в любой раскладке и не мешают набору текста в поле.',
    everywhere: 'Везде',
  },
  keys: {
    help: 'Эта справка',
    goTo: (screen: string) => `Раздел «${screen}»`,
    escape: 'Закрыть окно, выйти из поля',
  },
} as const
