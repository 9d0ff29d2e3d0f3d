import net from 'node:net'

/** A wire between a client and the server that a test can cut, block, or leave hanging. */
export interface Wire {
  readonly url: string
  /** `pass` · `refuse`: connections are closed at once · `silent`: they stay open and nothing comes through. */
  set(mode: 'pass' | 'refuse' | 'silent'): void
  /** Breaks every connection that is open now. */
  cut(): void
  /** Breaks the next connection after so many bytes of answers: an answer of which half came. */
  cutAfter(bytes: number): void
  close(): Promise<void>
}

export async function openWire(target: string): Promise<Wire> {
  const { hostname, port } = new URL(target)
  const open = new Set<net.Socket>()
  let mode: 'pass' | 'refuse' | 'silent' = 'pass'
  let budget: number | null = null
  const track = (socket: net.Socket) => {
    open.add(socket)
    socket.on('close', () => open.delete(socket))
    // A broken connection is what this wire is for.
    socket.on('error', () => socket.destroy())
  }
  const server = net.createServer((near) => {
    track(near)
    if (mode === 'refuse') return void near.destroy()
    if (mode === 'silent') return
    const far = net.connect(Number(port), hostname)
    track(far)
    near.on('data', (chunk) => {
      if (mode === 'pass') far.write(chunk)
    })
    far.on('data', (chunk) => {
      if (mode !== 'pass') return
      if (budget !== null && (budget -= chunk.length) < 0) {
        budget = null
        near.write(chunk.subarray(0, Math.floor(chunk.length / 2)), () => near.destroy())
        return void far.destroy()
      }
      near.write(chunk)
    })
    near.on('close', () => far.destroy())
    far.on('close', () => near.destroy())
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address() as net.AddressInfo
  const cut = () => {
    for (const socket of open) socket.destroy()
  }
  return {
    url: `http://127.0.0.1:${address.port}`,
    set: (next) => void (mode = next),
    cut,
    cutAfter: (bytes) => void (budget = bytes),
    close: async () => {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()))
      cut()
      await closed
    },
  }
}
