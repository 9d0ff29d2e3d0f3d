import { contextBridge, ipcRenderer } from 'electron'
import type { CallName, PushName, RawBridge } from '../shared/ipc/contract'
import { bridgeName, callChannel, callNames, pushChannel, pushNames } from '../shared/ipc/contract'

// The page gets these two functions and nothing of Electron: no channel outside the contract can be reached through them.
const bridge: RawBridge = {
  call: (name, argument) => {
    if (!callNames.includes(name as CallName)) return Promise.reject(new Error(`No such call: ${name}`))
    return ipcRenderer.invoke(callChannel(name as CallName), argument)
  },
  listen: (name, listener) => {
    if (!pushNames.includes(name as PushName)) throw new Error(`No such push: ${name}`)
    const channel = pushChannel(name as PushName)
    // The event itself stays here: it carries the sender, which is a way out of the bridge.
    const receive = (_event: unknown, payload: unknown) => listener(payload)
    ipcRenderer.on(channel, receive)
    return () => void ipcRenderer.off(channel, receive)
  },
}

contextBridge.exposeInMainWorld(bridgeName, bridge)
