/** Without the letters and digits that are taken for each other on paper and over the telephone. */
const alphabet = 'abcdefghjkmnpqrstuvwxyz23456789'

export type RandomBytes = (count: number) => Uint8Array

/** `count` signs, each as likely as any other. */
function signs(count: number, random: RandomBytes): string {
  let text = ''
  while (text.length < count) {
    for (const byte of random(count)) {
      // The bytes beyond the last whole alphabet would favour its beginning.
      if (byte < alphabet.length * 8 && text.length < count) text += alphabet.charAt(byte % alphabet.length)
    }
  }
  return text
}

/** For a person: four groups of four, 79 bits; `k7mp-x2qa-…`. */
export const personPassword = (random: RandomBytes): string => [signs(4, random), signs(4, random), signs(4, random), signs(4, random)].join('-')

/** For the server's own users, whom nobody types in: 158 bits. */
export const relaySecret = (random: RandomBytes): string => signs(32, random)

export const machineRandom: RandomBytes = (count) => crypto.getRandomValues(new Uint8Array(count))
