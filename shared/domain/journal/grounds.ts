import { z } from 'zod'

/** 3.6 par. 1, in the order's sequence: why a message is neither handled nor answered. */
export const refusalGrounds = ['intentToHarm', 'obscenity', 'insult', 'threatToOfficial', 'unreadable', 'noSubstance'] as const
export type RefusalGround = (typeof refusalGrounds)[number]
export const refusalGroundSchema = z.enum(refusalGrounds)

/** 3.7: what is explained within 12 working hours instead of answered; each ground has its mandatory part of the text. */
export const explanationGrounds = ['outOfCompetence', 'abuseOfRight', 'courtDecision', 'repeatedlyAnswered'] as const
export type ExplanationGround = (typeof explanationGrounds)[number]
export const explanationGroundSchema = z.enum(explanationGrounds)
