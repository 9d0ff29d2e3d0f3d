import type { ContextMenuParams, MenuItemConstructorOptions, WebContents } from 'electron'
import { Menu } from 'electron'

/** What the right button offers at a place: the edit commands that make sense there, none where there is nothing to edit or copy. */
export function editCommands({ isEditable, selectionText, editFlags }: Pick<ContextMenuParams, 'isEditable' | 'selectionText'> & { editFlags: Partial<ContextMenuParams['editFlags']> }): MenuItemConstructorOptions[] {
  const copy: MenuItemConstructorOptions = { label: 'Копировать', role: 'copy', enabled: selectionText.trim() !== '' }
  if (!isEditable) return selectionText.trim() === '' ? [] : [copy]
  return [
    { label: 'Отменить', role: 'undo', enabled: editFlags.canUndo === true },
    { label: 'Вернуть', role: 'redo', enabled: editFlags.canRedo === true },
    { type: 'separator' },
    { label: 'Вырезать', role: 'cut', enabled: editFlags.canCut === true },
    copy,
    { label: 'Вставить', role: 'paste', enabled: editFlags.canPaste === true },
    { label: 'Выделить всё', role: 'selectAll', enabled: editFlags.canSelectAll === true },
  ]
}

/** Gives texts and fields the menu that every program has; Electron brings none. */
export function offerEditCommands(contents: WebContents): void {
  contents.on('context-menu', (_event, params) => {
    const commands = editCommands(params)
    if (commands.length > 0) Menu.buildFromTemplate(commands).popup()
  })
}
