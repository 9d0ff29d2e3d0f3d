import { app, dialog } from 'electron'
import { readCommandLine } from './commandLine'
import { chooseDataFolder } from './settings/dataFolder'
import { registerPageScheme } from './windows/pageScheme'
import { startProgram } from './program'

// The page's own fields (a date's order of day and month, the words of its menus) speak Russian on any system.
app.commandLine.appendSwitch('lang', 'ru')

const commandLine = readCommandLine(process.argv.slice(1))
if (!commandLine.ok) {
  dialog.showErrorBox('Отклик', 'Имя профиля после --profile: буквы, цифры, «-» и «_», не больше 40 знаков.')
  app.exit(2)
} else {
  chooseDataFolder(app, commandLine.value.profile)
  registerPageScheme()
  // One program for one data folder: the second start shows the first one's window and ends.
  if (app.requestSingleInstanceLock()) startProgram(commandLine.value)
  else app.exit(0)
}
