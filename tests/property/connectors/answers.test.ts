import fc from 'fast-check'
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { IntakeReport } from '../../../shared/connectors/connector'
import { readJson } from '../../../shared/connectors/json/readJson'
import { readAnswer, readAnswerFile } from '../../../shared/connectors/readAnswer'
import { instant } from '../../../shared/domain/time/instant'

const now = instant(Date.parse('2026-11-26T09:00:00+07:00'))
const samples = ['vkComments', 'vkLongPoll', 'okComments', 'okMessages'].map((name) =>
  readFileSync(new URL(`../../../shared/training/samples/${name}.json`, import.meta.url), 'utf8'),
)
const addsUp = (report: IntakeReport) => report.rows === report.taken.length + report.skipped.length + report.refused.length

/** Values of the shapes the readers look for, with any field missing or of any type. */
const anything = fc.oneof(fc.jsonValue({ maxDepth: 3 }), fc.constantFrom(1795396325, '1795396325', -900000001, 0, 1e300, NaN, '', 'text', null, [], {}))
const row = fc.record(
  Object.fromEntries(
    ['id', 'from_id', 'owner_id', 'post_id', 'date', 'text', 'thread', 'attachments', 'parents_stack', 'deleted', 'peer_id', 'conversation_message_id',
      'author_id', 'date_ms', 'type', 'object', 'event_id', 'group_id', 'sender', 'message', 'timestamp', 'post_type', 'fwd_messages', 'geo', '__proto__'].map((key) => [key, anything]),
  ),
  { requiredKeys: [] },
)
const answer = fc.oneof(
  fc.record({ items: fc.array(row), profiles: anything, groups: anything }, { requiredKeys: ['items'] }),
  fc.record({ updates: fc.array(fc.oneof(row, fc.record({ type: fc.constantFrom('wall_reply_new', 'wall_reply_delete', 'message_new', 'message_edit', 'wall_post_new'), object: row }))) }),
  fc.record({ comments: fc.array(row) }),
  fc.record({ messages: fc.array(fc.oneof(row, fc.record({ sender: anything, message: anything, timestamp: anything }))) }),
)
const length = (value: unknown): number => {
  const lists = value as Record<string, readonly unknown[] | undefined>
  return (lists['items'] ?? lists['updates'] ?? lists['comments'] ?? lists['messages'])?.length ?? 0
}

describe('readers of networks’ answers', () => {
  it('IN7 never throw and account for every row, whatever the value', () => {
    fc.assert(fc.property(fc.oneof(answer, fc.array(answer), fc.record({ response: answer }), fc.jsonValue()), (value) => addsUp(readAnswer(value, { now }))), { numRuns: 2000 })
  })

  it('IN7 give at least one outcome for each row of an answer', () => {
    fc.assert(fc.property(answer, (value) => readAnswer(value, { now }).rows >= length(value)), { numRuns: 1000 })
  })

  it('IN7 never throw on any text, and say so when it is not JSON', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: fc.constantFrom('{', '}', '[', ']', '"', ':', ',', '1', '\\', 'u', 'true', ' ', '-', 'e', '.') })), (text) => {
        const report = readAnswerFile(text, { now })
        return addsUp(report) && report.rows <= 50
      }),
      { numRuns: 3000 },
    )
  })

  it('IN7 a sample cut or damaged anywhere still gives only whole messages of the sample', () => {
    fc.assert(
      fc.property(fc.constantFrom(...samples), fc.nat(), fc.option(fc.string({ maxLength: 3 })), (text, place, damage) => {
        const at = place % text.length
        const broken = damage === null ? text.slice(0, at) : text.slice(0, at) + damage + text.slice(at + damage.length)
        const report = readAnswerFile(broken, { now })
        expect(addsUp(report)).toBe(true)
        if (damage === null) {
          const whole = readAnswerFile(text, { now }).taken.map((item) => JSON.stringify([item.type, item.externalId, 'text' in item ? item.text : '']))
          for (const item of report.taken) expect(whole).toContain(JSON.stringify([item.type, item.externalId, 'text' in item ? item.text : '']))
          expect(report.refused.length).toBeGreaterThan(0)
        }
      }),
      { numRuns: 400 },
    )
  })

  it('IN7 the grammar is the one of JSON.parse', () => {
    const text = fc.oneof(
      fc.json(),
      fc.json().map((json) => json.replace(/[[\]{}:,]/, '')),
      fc.string({ unit: fc.constantFrom('{', '}', '[', ']', '"a"', ':', ',', '1', '-1.5e3', '01', 'null', ' ') }),
    )
    fc.assert(
      fc.property(text, (json) => {
        // Integers too long for a number are strings on purpose.
        fc.pre(!/\d{16}/.test(json))
        let value: unknown
        try {
          value = JSON.parse(json)
        } catch (error) {
          expect(error).toBeInstanceOf(SyntaxError)
          expect(readJson(json).problem).toBeDefined()
          return
        }
        expect(readJson(json)).toEqual({ value })
      }),
      { numRuns: 2000 },
    )
  })
})
