import { app, dialog } from 'electron'
import { readCommandLine } from './commandLine'
import { isForTestsOnly, refusedSwitches } from './refusedSwitches'
import { chooseDataFolder } from './settings/dataFolder'
import { registerPageScheme } from './windows/pageScheme'
import { startProgram } from './program'

// The page's own fields (a date's order of day and month, the words of its menus) speak Russian on any system.
app.commandLine.appendSwitch('lang', 'ru')

const refused = refusedSwitches((name) => app.commandLine.hasSwitch(name), { packaged: app.isPackaged, forTestsOnly: app.isPackaged && isForTestsOnly(app.getAppPath()) })
// Taken away first: the error's window waits for a person, and nothing may listen meanwhile.
for (const name of refused) app.commandLine.removeSwitch(name)

const commandLine = readCommandLine(process.argv.slice(1))
if (refused.length > 0) {
  const given = refused.map((name) => `--${name}`).join(', ')
  dialog.showErrorBox('Отклик', `Программа не открывается с ключом ${given}: с ним сообщения граждан или пароль может прочитать посторонний. Уберите ключ из ярлыка или командной строки. Если вы его не добавляли, сообщите системному администратору.`)
  app.exit(2)
} else if (!commandLine.ok) {
  dialog.showErrorBox('Отклик', 'Имя профиля после --profile: буквы, цифры, «-» и «_», не больше 40 знаков.')
  app.exit(2)
} else {
  chooseDataFolder(app, commandLine.value.profile)
  registerPageScheme()
  // One program for one data folder: the second start shows the first one's window and ends.
  if (app.requestSingleInstanceLock()) startProgram(commandLine.value)
  else app.exit(0)
}
