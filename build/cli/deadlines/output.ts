/** Writes a part of the bytes and tells how many. */
export type WritePart = (rest: Uint8Array) => number

/** Written at once and to the end: a pipe must not lose the tail of a long result. */
export function writeAll(bytes: Uint8Array, write: WritePart): void {
  for (let at = 0; at < bytes.length; ) {
    try {
      at += write(bytes.subarray(at))
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? error.code : null
      // The reader of the pipe (`head`) has seen enough.
      if (code === 'EPIPE') return
      // A full pipe says so and takes the rest a moment later.
      if (code !== 'EAGAIN') throw error
    }
  }
}
