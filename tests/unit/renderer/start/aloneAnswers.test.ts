import { describe, expect, it } from 'vitest'
import { checkAlone } from '../../../../renderer/features/start/aloneAnswers'

describe('the first screen’s answers', () => {
  it('are taken tidied', () => expect(checkAlone({ officeName: ' Администрация  района ', operatorName: ' Иван ' })).toEqual({ ok: true, value: { officeName: 'Администрация района', operatorName: 'Иван' } }))
  it('name both what is missing', () => expect(checkAlone({ officeName: ' ', operatorName: '' })).toEqual({ ok: false, error: { officeName: true, operatorName: true } }))
})
