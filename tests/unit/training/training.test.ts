import { describe, expect, it } from 'vitest'
import { externalKey } from '../../../shared/connectors/identity'
import { departmentIdSchema } from '../../../shared/domain/people/roles'
import { missingMandatoryPart } from '../../../shared/domain/case/mandatoryPart'
import { suggestedDepartments } from '../../../shared/domain/search/topics'
import { findPersonalData } from '../../../shared/domain/moderation/personalData/personalData'
import { instant } from '../../../shared/domain/time'
import { trainingDirectory } from '../../../shared/training/directory'
import { plan } from '../../../shared/training/plan'
import { trainingMessages } from '../../../shared/training/trainingMessages'

const now = instant(Date.parse('2026-11-24T15:00:00+07:00'))
const set = trainingMessages(now, (t, ms) => instant(t - ms))
const messages = set.items.filter((item) => item.type === 'message')

describe('training data', () => {
  it('takes every sample message, each with a place in the plan and placed before now', () => {
    expect(messages).toHaveLength(31)
    expect(set.items.map((item) => item.type)).toEqual(expect.arrayContaining(['edit', 'deletion']))
    for (const message of messages) {
      expect(plan).toHaveProperty([message.externalId.replace(/^(?:wall-?\d+_|comment-)/, '')])
      expect(message.placedAt).toBeLessThan(now)
    }
    expect(messages.length).toBe(Object.keys(plan).length)
  })

  it('an edit and a deletion come after their message', () => {
    const order = set.items.map((item) => `${item.type} ${item.externalId}`)
    expect(order.indexOf('edit wall-900000001_6001')).toBeGreaterThan(order.indexOf('message wall-900000001_6001'))
    expect(order.indexOf('deletion wall-900000001_6003')).toBeGreaterThan(order.indexOf('message wall-900000001_6003'))
  })

  it('steps are of known messages and departments, after placement, in order, and none is in the future', () => {
    const placed = new Map(messages.map((message) => [externalKey(message), message.placedAt]))
    const departments = new Set(trainingDirectory.departments.map((department) => department.id))
    set.steps.forEach((step, index) => {
      expect(step.at).toBeGreaterThan(placed.get(step.message) ?? now)
      expect(step.at).toBeLessThan(now)
      expect(step.at).toBeGreaterThanOrEqual(set.steps[index - 1]?.at ?? 0)
      if (step.type === 'forwarded') expect(departments.has(step.to)).toBe(true)
      if (step.type === 'explained') expect(missingMandatoryPart(step.ground, step.text, trainingDirectory)).toEqual([])
    })
    for (const type of ['forwarded', 'declined', 'answered', 'returned', 'published', 'explained', 'refused', 'siteLinked', 'noticed', 'emergency', 'appealOffered']) {
      expect(set.steps.map((step) => step.type)).toContain(type)
    }
  })

  it('answers that are published hold nobody’s personal data', () => {
    for (const step of set.steps) if (step.type === 'published' || step.type === 'noticed') expect(findPersonalData(step.text)).toEqual([])
  })

  it('has a message with an e-mail address and one with a telephone, for the warnings before posting', () => {
    const kinds = new Set(messages.flatMap((message) => findPersonalData(message.text).map(({ kind }) => kind)))
    expect([...kinds]).toEqual(expect.arrayContaining(['email', 'phone', 'address']))
  })

  it('twelve structures have a head, a deputy and topics, and somebody is on duty at night', () => {
    expect(trainingDirectory.departments).toHaveLength(12)
    for (const { id, topics } of trainingDirectory.departments) {
      expect(departmentIdSchema.safeParse(id).success).toBe(true)
      expect(topics.length).toBeGreaterThan(5)
      expect(trainingDirectory.people.filter((person) => person.department === id).map((person) => person.place)).toEqual(['head', 'deputy'])
    }
    expect(trainingDirectory.people.some((person) => person.onDuty?.otherHours === true)).toBe(true)
    expect(new Set(trainingDirectory.people.map((person) => person.id)).size).toBe(trainingDirectory.people.length)
  })

  it.each([
    ['На улице Мира не чистят снег', 'roads'],
    ['Второй день нет воды в колонке', 'zhkh'],
    ['когда будет свет', 'power'],
    ['Не вывозят мусор с площадки', 'waste'],
    ['Как записать ребёнка в детский сад', 'education'],
    ['Когда откроют набор в лыжную секцию', 'culture'],
    ['Куда обратиться за компенсацией за дрова?', 'social'],
    ['Как получить земельный участок', 'land'],
  ])('MO8 «%s» suggests %s', (text, department) => {
    const [first] = suggestedDepartments(text, trainingDirectory.departments)
    expect(first?.department).toBe(department)
    expect(first?.evidence.length).toBeGreaterThan(0)
  })

  it('MO8 nothing is suggested where no topic is met, nor a closed structure', () => {
    expect(suggestedDepartments('Здравствуйте', trainingDirectory.departments)).toEqual([])
    expect(suggestedDepartments('свет', trainingDirectory.departments.map((department) => ({ ...department, closed: true })))).toEqual([])
  })
})
