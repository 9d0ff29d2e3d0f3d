/** Under which Windows knows the program: notifications and the taskbar belong to the shortcut that carries the same id. */
export const appUserModelId = 'ru.otklik.desktop'

/** Links `otklik://case/…` open the program. */
export const linkScheme = 'otklik'
