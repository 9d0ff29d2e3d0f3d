import { z } from 'zod'
import { eventParts, eventTypes, type EventType } from '../../domain/journal/event'
import { currentVersion } from '../../domain/journal/upcast'

/** The part of JSON Schema that the events' shapes use; read by `fits` in the function that runs on the server. */
export interface Shape {
  readonly type?: 'string' | 'integer' | 'number' | 'boolean' | 'array' | 'object'
  readonly properties?: { readonly [name: string]: Shape }
  readonly required?: readonly string[]
  readonly items?: Shape
  readonly enum?: readonly unknown[]
  readonly pattern?: string
  readonly minLength?: number
  readonly maxLength?: number
  readonly minItems?: number
  readonly minimum?: number
  readonly exclusiveMinimum?: number
  readonly maximum?: number
}

const shapeSchema: z.ZodType<Shape> = z.lazy(() =>
  z.strictObject({
    type: z.enum(['string', 'integer', 'number', 'boolean', 'array', 'object']).optional(),
    properties: z.record(z.string(), shapeSchema).optional(),
    required: z.array(z.string()).optional(),
    items: shapeSchema.optional(),
    enum: z.array(z.unknown()).optional(),
    pattern: z.string().optional(),
    minLength: z.number().optional(),
    maxLength: z.number().optional(),
    minItems: z.number().optional(),
    minimum: z.number().optional(),
    exclusiveMinimum: z.number().optional(),
    maximum: z.number().optional(),
  }),
)

/** Throws on a shape that the server's function could not hold anybody to: a new kind of check has to be taught to it first. */
export function shapeOf(schema: z.ZodType): Shape {
  const { $schema: _, ...json } = z.toJSONSchema(schema, { io: 'input' })
  return shapeSchema.parse(json)
}

export interface KindRule {
  readonly v: number
  readonly payload: Shape
  readonly personal: Shape
}

/** Every kind's current version and the shapes of its two parts, from the one definition of the journal. */
export const kindRules: Readonly<Record<EventType, KindRule>> = Object.fromEntries(
  eventTypes.map((type) => [type, { v: currentVersion(type), payload: shapeOf(eventParts[type].payload), personal: shapeOf(eventParts[type].personal) }]),
) as Record<EventType, KindRule>
