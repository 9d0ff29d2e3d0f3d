import type { MessageBus } from '@jellybrick/dbus-next'
import { Message, Variant, interface as dbusInterface, sessionBus } from '@jellybrick/dbus-next'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'

/** A notification as the program asked the desktop to show it. */
export interface Shown {
  readonly id: number
  readonly title: string
  readonly body: string
  readonly urgency: number
  /** Pairs of an action's key and its label, as the program gave them. */
  readonly actions: readonly string[]
}

class Watcher extends dbusInterface.Interface {
  readonly items: string[] = []
  RegisterStatusNotifierItem(service: string): void {
    this.items.push(service)
    this.emit('item')
  }
  RegisterStatusNotifierHost(_service: string): void {}
  IsStatusNotifierHostRegistered = true
  ProtocolVersion = 0
  get RegisteredStatusNotifierItems(): string[] {
    return this.items
  }
}
Watcher.configureMembers({
  methods: { RegisterStatusNotifierItem: { inSignature: 's', outSignature: '' }, RegisterStatusNotifierHost: { inSignature: 's', outSignature: '' } },
  properties: {
    IsStatusNotifierHostRegistered: { signature: 'b', access: 'read' },
    ProtocolVersion: { signature: 'i', access: 'read' },
    RegisteredStatusNotifierItems: { signature: 'as', access: 'read' },
  },
})

class Notifications extends dbusInterface.Interface {
  readonly shown: Shown[] = []
  readonly closed: number[] = []
  Notify(_app: string, replaces: number, _icon: string, title: string, body: string, actions: string[], hints: Record<string, Variant>): number {
    const id = replaces > 0 ? replaces : this.shown.length + 1
    this.shown.push({ id, title, body, urgency: Number(hints['urgency']?.value ?? 1), actions })
    this.emit('shown')
    return id
  }
  CloseNotification(id: number): void {
    this.closed.push(id)
    this.NotificationClosed(id, 3)
  }
  GetCapabilities(): string[] {
    return ['body', 'body-markup', 'actions', 'icon-static']
  }
  GetServerInformation(): string[] {
    return ['otklik-test', 'otklik', '1', '1.2']
  }
  ActionInvoked(id: number, action: string): [number, string] {
    return [id, action]
  }
  NotificationClosed(id: number, reason: number): [number, number] {
    return [id, reason]
  }
}
Notifications.configureMembers({
  methods: {
    Notify: { inSignature: 'susssasa{sv}i', outSignature: 'u' },
    CloseNotification: { inSignature: 'u', outSignature: '' },
    GetCapabilities: { inSignature: '', outSignature: 'as' },
    GetServerInformation: { inSignature: '', outSignature: 'ssss' },
  },
  signals: { ActionInvoked: { signature: 'us' }, NotificationClosed: { signature: 'uu' } },
})

/**
 * The library's constructor lays empty lists of members over those that configureMembers has put on the class: without them the
 * class's own are seen again.
 */
function withMembers<I extends object>(made: I): I {
  for (const list of ['$methods', '$properties', '$signals']) Reflect.deleteProperty(made, list)
  return made
}

/** What a person can do with the icon. Called by plain messages: the icon does not describe itself on the bus. */
class TrayItem {
  constructor(
    private readonly bus: MessageBus,
    private readonly service: string,
  ) {}

  async toolTip(): Promise<string> {
    return JSON.stringify(await this.property('ToolTip'))
  }

  async activate(): Promise<void> {
    await this.call('/StatusNotifierItem', 'org.kde.StatusNotifierItem', 'Activate', 'ii', [0, 0])
  }

  /** The labels of the menu from top to bottom, without separators. */
  async menu(): Promise<readonly string[]> {
    return (await this.entries()).map(({ label }) => label)
  }

  async choose(label: string): Promise<void> {
    const entry = (await this.entries()).find((found) => found.label === label)
    if (entry === undefined) throw new Error(`The tray's menu has no «${label}»`)
    await this.call(await this.menuPath(), 'com.canonical.dbusmenu', 'Event', 'isvu', [entry.id, 'clicked', new Variant('i', 0), 0])
  }

  private async entries(): Promise<readonly { readonly id: number; readonly label: string }[]> {
    const reply = await this.call(await this.menuPath(), 'com.canonical.dbusmenu', 'GetLayout', 'iias', [0, -1, []])
    type Entry = [number, Record<string, Variant<string> | undefined>, Variant<Entry>[]]
    const [, [, , children]] = reply as [number, Entry]
    return children.map(({ value: [id, properties] }) => ({ id, label: properties['label']?.value ?? '' })).filter(({ label }) => label !== '')
  }

  private async menuPath(): Promise<string> {
    return String(await this.property('Menu'))
  }

  private async property(name: string): Promise<unknown> {
    const [value] = await this.call('/StatusNotifierItem', 'org.freedesktop.DBus.Properties', 'Get', 'ss', ['org.kde.StatusNotifierItem', name])
    return (value as Variant).value
  }

  private async call(at: string, of: string, member: string, signature: string, body: unknown[]): Promise<unknown[]> {
    const reply = await this.bus.call(new Message({ destination: this.service, path: at, interface: of, member, signature, body }))
    return reply?.body ?? []
  }
}

/** A desktop's session bus with what a desktop has there: a tray, and someone who shows notifications. */
export class Desktop {
  private constructor(
    /** What a program needs in its environment to live on this desktop. */
    readonly env: Readonly<Record<string, string>>,
    private readonly bus: MessageBus,
    private readonly watcher: Watcher,
    private readonly notifications: Notifications,
    private readonly stop: () => void,
  ) {}

  static async open({ tray }: { tray: boolean }): Promise<Desktop> {
    const daemon = spawn('dbus-daemon', ['--session', '--nofork', '--print-address=1'], { stdio: ['ignore', 'pipe', 'ignore'] })
    const [address] = (await once(createInterface({ input: daemon.stdout }), 'line')) as [string]
    const bus = sessionBus({ busAddress: address })
    const watcher = withMembers(new Watcher('org.kde.StatusNotifierWatcher'))
    const notifications = withMembers(new Notifications('org.freedesktop.Notifications'))
    bus.export('/org/freedesktop/Notifications', notifications)
    await bus.requestName('org.freedesktop.Notifications')
    const stop = () => {
      bus.disconnect()
      daemon.kill()
    }
    const desktop = new Desktop({ DBUS_SESSION_BUS_ADDRESS: address }, bus, watcher, notifications, stop)
    if (tray) await desktop.showTray()
    return desktop
  }

  get shown(): readonly Shown[] {
    return this.notifications.shown
  }

  get closed(): readonly number[] {
    return this.notifications.closed
  }

  /** A person clicks the notification itself. */
  click(id: number): void {
    this.notifications.ActionInvoked(id, 'default')
  }

  /** A panel with a tray comes up after the program. */
  async showTray(): Promise<void> {
    this.bus.export('/StatusNotifierWatcher', this.watcher)
    await this.bus.requestName('org.kde.StatusNotifierWatcher')
  }

  /** The program's icon in the tray, once it is there. */
  async trayItem(): Promise<TrayItem> {
    if (this.watcher.items.length === 0) await once(this.watcher, 'item')
    return new TrayItem(this.bus, this.watcher.items.at(-1) ?? '')
  }

  close(): void {
    this.stop()
  }
}
