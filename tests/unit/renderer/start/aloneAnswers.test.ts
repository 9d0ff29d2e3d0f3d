import { describe, expect, it } from 'vitest'
import { checkAlone, looksLikeServer } from '../../../../renderer/features/start/aloneAnswers'

describe('the first screen’s answers', () => {
  it('are taken tidied', () => expect(checkAlone({ officeName: ' Администрация  района ', operatorName: ' Иван ' })).toEqual({ ok: true, value: { officeName: 'Администрация района', operatorName: 'Иван' } }))
  it('name both what is missing', () => expect(checkAlone({ officeName: ' ', operatorName: '' })).toEqual({ ok: false, error: { officeName: true, operatorName: true } }))
})

describe('a server’s address', () => {
  it.each(['https://srv.example.ru', ' https://10.0.0.5:6984/ ', 'http://localhost:5984', 'http://127.0.0.1:5984/x'])('%s', (address) => expect(looksLikeServer(address)).toBe(true))
  it.each(['http://srv.example.ru', 'srv', 'ftp://srv', 'https://', 'http://localhost.evil.ru'])('%s is not one', (address) => expect(looksLikeServer(address)).toBe(false))
})
