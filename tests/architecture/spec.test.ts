import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'
import { describe, expect, it } from 'vitest'

const root = fileURLToPath(new URL('../..', import.meta.url))
const specs = ['shared/domain/SPEC.md', 'shared/server/SPEC.md']
const prefixes = ['DL', 'CAL', 'CS', 'PB', 'PM', 'JR', 'AT', 'IN', 'MO', 'PD', 'SE', 'SY']

/** Ids named in a text, a span «AT1–AT4» with all between. */
function idsIn(text: string): string[] {
  const id = new RegExp(String.raw`\b(${prefixes.join('|')})(\d+)(?:–(?:\1)?(\d+))?\b`, 'g')
  return [...text.matchAll(id)].flatMap(([, prefix, first, last]) => {
    const from = Number(first)
    return Array.from({ length: Number(last ?? first) - from + 1 }, (_, more) => `${prefix}${from + more}`)
  })
}

/** Ids that a SPEC gives a rule to: the first cell of a row, or the beginning of a point or of a sentence in one. */
function rulesOf(spec: string): string[] {
  return spec.split('\n').flatMap((line) => {
    if (line.startsWith('| ')) return idsIn(line.split('|')[1] ?? '').slice(0, 1)
    return line.startsWith('- ') ? [...line.matchAll(/(?:^- |\. )((?:SY)\d+(?:–SY\d+)?)(?=[ ,])/g)].flatMap(([, id]) => idsIn(id ?? '')).concat(idsIn(/, (SY\d+) /.exec(line)?.[1] ?? '')) : []
  })
}

/** What `it`, `test` and `describe` are titled, `.each` and the fixed parts of a template too. */
function titlesIn(code: string): string[] {
  const titles: string[] = []
  const isTest = (called: ts.Expression): boolean =>
    ts.isIdentifier(called) ? ['it', 'test', 'describe'].includes(called.text) : ts.isPropertyAccessExpression(called) || ts.isCallExpression(called) ? isTest(called.expression) : false
  const visit = (node: ts.Node): void => {
    const [title] = ts.isCallExpression(node) && isTest(node.expression) ? node.arguments : []
    if (title !== undefined && (ts.isStringLiteralLike(title) || ts.isTemplateExpression(title))) titles.push(title.getText())
    ts.forEachChild(node, visit)
  }
  visit(ts.createSourceFile('a.ts', code, ts.ScriptTarget.ES2022, true))
  return titles
}

const testFiles = readdirSync(path.join(root, 'tests'), { recursive: true, encoding: 'utf8' }).filter((file) => /\.(?:test|spec)\.tsx?$/.test(file))
const titles = testFiles.flatMap((file) => titlesIn(readFileSync(path.join(root, 'tests', file), 'utf8')).map((title) => ({ file, title })))
const rules = specs.flatMap((spec) => rulesOf(readFileSync(path.join(root, spec), 'utf8')))

describe('the numbered rules and their tests', () => {
  it('every rule has a test titled by its id', () => {
    const tested = new Set(titles.flatMap(({ title }) => idsIn(title)))
    expect(rules.length).toBeGreaterThan(100)
    expect(rules.filter((id) => !tested.has(id))).toEqual([])
  })

  it('every id in a title has its rule', () => {
    const known = new Set(rules)
    expect(titles.filter(({ title }) => idsIn(title).some((id) => !known.has(id)))).toEqual([])
  })

  it('no two rules share an id', () => {
    expect(rules.filter((id, place) => rules.indexOf(id) !== place)).toEqual([])
  })

  it('a rule without a test, a title without a rule and a title in any form are seen', () => {
    expect(rulesOf('| id | clause | rule |\n| --- | --- | --- |\n| CS1 | 3.1 | Not CS9. |\n- SY50 Who. SY51–SY53 Each.\n- SY30 One, SY31 two.')).toEqual(['CS1', 'SY50', 'SY51', 'SY52', 'SY53', 'SY30', 'SY31'])
    expect(titlesIn("describe('AT1–AT3 a', () => { it(`CS2 ${n} b`, f); it.each([['CS5']])('CS3 %s', f); test.skipIf(x)('CS4', f); expect('CS6') })").flatMap(idsIn)).toEqual(['AT1', 'AT2', 'AT3', 'CS2', 'CS3', 'CS4'])
  })
})
