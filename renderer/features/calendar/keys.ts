import type { Chord } from '../../ui/keys/chord'

export const editChord: Chord = { code: 'KeyE' }
export const importChord: Chord = { code: 'KeyI' }
export const todayChord: Chord = { code: 'KeyT' }
export const explainChord: Chord = { code: 'KeyX' }
