import { useMemo } from 'react'
import { z } from 'zod'
import type { AnswerVersion, CaseState } from '../../../../shared/domain/case/caseState'
import type { Command } from '../../../../shared/domain/case/command'
import { allAnswers } from '../../../../shared/domain/case/targets'
import { explanationGroundSchema, type ExplanationGround } from '../../../../shared/domain/journal/grounds'
import { fileRefSchema, type FileRef } from '../../../../shared/domain/journal/message'
import type { Instant } from '../../../../shared/domain/time'
import { assertNever } from '../../../../shared/lib/assertNever'
import { useDraftForm, type DraftForm } from '../../../ui/draft/useDraftForm'
import { currentAnswer, currentForwarding } from '../../../ui/message/currentForwarding'

export type PostingKind = 'answer' | 'explanation' | 'siteLink'

export interface PostingDraft {
  /** Empty when the operator answers himself. */
  readonly answer: string
  readonly text: string
  readonly ground: ExplanationGround | null
  readonly siteUrl: string
  /** What was found and acknowledged, so that a new datum asks again. */
  readonly acknowledged: string
  readonly link: string
  readonly when: string
  readonly screenshot: readonly FileRef[]
}

const fields = {
  answer: z.string(), text: z.string(), ground: explanationGroundSchema.nullable(), siteUrl: z.string(), acknowledged: z.string(), link: z.string(), when: z.string(), screenshot: z.array(fileRefSchema),
}

export interface Posting {
  readonly form: DraftForm<PostingDraft>
  /** The department's versions that may be published; none for a link to the site. */
  readonly versions: readonly AnswerVersion[]
  readonly version: AnswerVersion | undefined
  /** The command that records what was posted. */
  commandAt(publishedAt: Instant): Command
}

/** What is being posted by hand, kept as a draft of its own for each kind. */
export function usePosting(state: CaseState, what: PostingKind): Posting {
  const initial = useMemo<PostingDraft>(() => {
    const answer = what === 'siteLink' ? undefined : currentAnswer(state)
    return { answer: answer?.event ?? '', text: answer?.text ?? '', ground: currentForwarding(state)?.ground ?? null, siteUrl: '', acknowledged: '', link: '', when: '', screenshot: [] }
  }, [state, what])
  // A new version begins a new draft: the operator must not publish yesterday's text by mistake.
  const form = useDraftForm<PostingDraft>(`${state.id}/posting-${what}/${initial.answer.slice(-12)}`, fields, initial)
  const { values } = form
  const versions = what === 'siteLink' ? [] : allAnswers(state).filter(({ text }) => text !== null)
  const version = versions.find(({ event }) => event === values.answer)
  return { form, versions, version, commandAt: (publishedAt) => commandOf(state, what, values, version, publishedAt) }
}

function commandOf(state: CaseState, what: PostingKind, values: PostingDraft, version: AnswerVersion | undefined, publishedAt: Instant): Command {
  const [screenshot] = values.screenshot
  const posted = {
    text: values.text,
    place: state.message.visibility,
    publishedAt,
    by: 'hand' as const,
    ...(values.link.trim() === '' ? {} : { link: values.link.trim() }),
    ...(version === undefined || version.attachments.length === 0 ? {} : { attachments: version.attachments }),
    ...(screenshot === undefined ? {} : { screenshot }),
  }
  const source = version === undefined ? {} : { answer: version.event }
  switch (what) {
    case 'answer':
      return { type: 'PublishAnswer', ...source, ...posted }
    case 'explanation':
      if (values.ground === null) throw new Error('an explanation is confirmed only with its ground')
      return { type: 'PublishExplanation', ...source, ground: values.ground, ...posted }
    case 'siteLink':
      return { type: 'PublishSiteLink', siteUrl: values.siteUrl.trim(), ...posted }
    default:
      return assertNever(what, 'kind of posting')
  }
}
