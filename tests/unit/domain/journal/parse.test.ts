import { describe, expect, it } from 'vitest'
import { foldCase } from '../../../../shared/domain/case/evolve'
import type { JournalEvent } from '../../../../shared/domain/journal/event'
import { parseEvent } from '../../../../shared/domain/journal/parse'
import { contentHash, verify, type StoredEvent } from '../../../../shared/domain/journal/seal'
import type { UpcastTable } from '../../../../shared/domain/journal/upcast'
import { received } from '../../../support/situation'

function sealedNote(): { readonly note: JournalEvent; readonly all: readonly JournalEvent[] } {
  const situation = received().given({ type: 'AddNote', text: 'Заметка' })
  const all = situation.desk.eventsOf(situation.caseId)
  const note = all.find((event) => event.type === 'NoteAdded')
  if (note === undefined) throw new Error('No note')
  return { note, all }
}

/** The document with other content under an id that fits it: as another version of the program would seal it. */
function resealed(event: JournalEvent, over: object): StoredEvent {
  const changed = { ...event, ...over } as StoredEvent
  return { ...changed, _id: `${changed.caseId}~${changed.actor}~${contentHash(changed)}` as StoredEvent['_id'] }
}

describe('JR5 the door for documents', () => {
  it('JR5 a kind of no meaning here, or a newer version, is kept whole and counted', () => {
    const { note, all } = sealedNote()
    for (const over of [{ type: 'WeatherObserved', payload: { rain: true } }, { v: 2, payload: { colour: 'red' } }]) {
      const document = resealed(note, over)
      const parsed = parseEvent(document)
      if (!parsed.ok || !('unknown' in parsed.value)) throw new Error('It should be kept as unknown')
      const { unknown } = parsed.value
      expect(unknown).toMatchObject({ _id: document._id, type: 'unknown', lamport: note.lamport, raw: document })
      expect(verify(unknown.raw as unknown as StoredEvent).ok).toBe(true)
      const state = foldCase([...all.filter((event) => event.type !== 'NoteAdded'), unknown])
      expect(state).toMatchObject({ unknownEvents: 1, eventCount: 2, heads: [document._id] })
      expect(state?.history.at(-1)).toMatchObject({ type: 'unknown', by: 'operator' })
    }
  })

  it.each([
    ['nothing', undefined, 'notAnObject'],
    ['null', null, 'notAnObject'],
    ['a list', [], 'notAnObject'],
    ['an empty object', {}, 'envelope'],
  ] as const)('JR5 %s is broken', (_, document, broken) => {
    expect(parseEvent(document)).toMatchObject({ ok: false, error: { broken } })
  })

  it.each([
    ['an id without a hash', { _id: 'c1~operator~' }, 'envelope'],
    ['an instant in seconds', { at: 1_795_000_000 }, 'envelope'],
    ['a half Lamport count', { lamport: 1.5 }, 'envelope'],
    ['an unknown role', { role: 'hacker' }, 'envelope'],
    ['a payload of another kind', { payload: { of: 'x' } }, 'payload'],
    ['words that are no words', { personal: { text: 5 } }, 'personal'],
    ['members of no meaning in a known version', { personal: { text: 'Заметка', colour: 'red' } }, 'personal'],
  ] as const)('JR5 %s is broken, and the reason repeats no words', (_, over, broken) => {
    const result = parseEvent({ ...sealedNote().note, ...over })
    expect(result).toMatchObject({ ok: false, error: { broken } })
    expect(JSON.stringify(result)).not.toContain('Заметка')
  })

  it('JR5 a store’s own bookkeeping is no part of the event', () => {
    const { note } = sealedNote()
    const document = { ...note, _rev: '1-abc', _meta: { lwt: 1 } }
    expect(verify(document).ok).toBe(true)
    expect(parseEvent(document)).toEqual({ ok: true, value: { known: note } })
  })
})

describe('JR6 older versions', () => {
  // An invented past: notes once kept their words under `body`, then under `words`.
  const table: UpcastTable = {
    NoteAdded: [
      ({ payload, personal }) => ({ payload, personal: personal === undefined ? undefined : { words: (personal as { body: string }).body } }),
      ({ payload, personal }) => ({ payload, personal: personal === undefined ? undefined : { text: (personal as { words: string }).words } }),
    ],
  }

  it.each([
    [1, { body: 'Заметка' }],
    [2, { words: 'Заметка' }],
    [3, { text: 'Заметка' }],
  ])('JR6 version %i is read as today’s, and still verifies as it was sealed', (v, personal) => {
    const { note } = sealedNote()
    const document = { ...resealed(note, { v }), personal }
    const parsed = parseEvent(document, table)
    expect(parsed).toMatchObject({ ok: true, value: { known: { type: 'NoteAdded', v, personal: { text: 'Заметка' }, _id: document._id } } })
    expect(contentHash(document)).toBe(document._id.slice(-64))
  })

  it('JR6 erased, it is upcast without words; a version ahead of the table is unknown', () => {
    const { note } = sealedNote()
    const { personal: _, salt: __, ...erased } = note
    expect(parseEvent({ ...erased, v: 1 }, table)).toMatchObject({ ok: true, value: { known: { payload: {} } } })
    expect(parseEvent({ ...note, v: 4 }, table)).toMatchObject({ ok: true, value: { unknown: { type: 'unknown' } } })
  })
})
