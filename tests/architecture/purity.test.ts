import { ESLint } from 'eslint'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'
import { beforeAll, describe, expect, it } from 'vitest'

const root = fileURLToPath(new URL('../..', import.meta.url))

describe('lint', () => {
  let eslint: ESLint

  /** The rules that speak about `code` as if it stood in `file`; the file is never written. */
  async function rulesAgainst(file: string, code: string): Promise<string[]> {
    const [result] = await eslint.lintText(code, { filePath: path.join(root, file) })
    return (result?.messages ?? []).map(({ ruleId, message }) => ruleId ?? message)
  }

  beforeAll(() => {
    eslint = new ESLint({
      cwd: root,
      overrideConfigFile: path.join(root, 'build/lint/eslint.config.mjs'),
      overrideConfig: { languageOptions: { parserOptions: { projectService: { allowDefaultProject: ['shared/domain/case/planted.ts', 'renderer/features/inbox/planted.ts'] } } } },
    })
  })

  it.each([
    ['Date.now()', 'export const t = Date.now()'],
    ["Date['now']()", "export const t = Date['now']()"],
    ['new Date()', 'export const t = new Date()'],
    ['Date()', 'export const t = Date()'],
    ['const { now } = Date', 'const { now } = Date\nexport const t = now()'],
    ['const clock = Date', 'const clock = Date\nexport const t = clock.now()'],
    ['new Date(2026, 0, 1)', 'export const t = new Date(2026, 0, 1)'],
    ['getHours() of the machine', 'export const h = (d: Date) => d.getHours()'],
    ['Math.random()', 'export const r = Math.random()'],
    ["Math['random']()", "export const r = Math['random']()"],
    ['crypto.randomUUID()', 'declare const crypto: { randomUUID(): string }\nexport const r = crypto.randomUUID()'],
    ['performance.now()', 'declare const performance: { now(): number }\nexport const t = performance.now()'],
    ['globalThis.Date.now()', 'export const t = globalThis.Date.now()'],
    ['fetch()', "declare const fetch: (a: string) => void\nexport const t = () => fetch('https://example.org')"],
    ['setTimeout()', 'declare const setTimeout: (f: () => void, ms: number) => number\nexport const t = () => setTimeout(() => undefined, 1)'],
  ])('in shared, %s is refused', async (_, code) => {
    expect(await rulesAgainst('shared/domain/case/planted.ts', `${code}\n`)).toContain('no-restricted-syntax')
  })

  it.each([
    ['new Date(epoch)', 'export const iso = (at: number) => new Date(at).toISOString()'],
    ['Date.UTC', 'export const t = Date.UTC(2026, 0, 1)'],
    ['Math.max', 'export const m = Math.max(1, 2)'],
  ])('in shared, %s is allowed', async (_, code) => {
    expect(await rulesAgainst('shared/domain/case/planted.ts', `${code}\n`)).toEqual([])
  })

  it.each([
    ['window.otklik', 'no-restricted-syntax', 'export const b = (window as unknown as { otklik: unknown }).otklik\nexport const c = window.name'],
    ['globalThis.localStorage', 'no-restricted-syntax', "export const v = globalThis.localStorage.getItem('a')"],
    ['localStorage', 'no-restricted-globals', "export const v = localStorage.getItem('a')"],
    ['fetch()', 'no-restricted-globals', "export const v = () => fetch('https://example.org')"],
    ['confirm()', 'no-restricted-globals', "export const v = () => confirm('?')"],
  ])('in a screen, %s is refused', async (_, rule, code) => {
    expect(await rulesAgainst('renderer/features/inbox/planted.ts', `${code}\n`)).toContain(rule)
  })
})

describe('types of shared', () => {
  /** What the compiler says about `code` when it stands in shared/, under shared's own settings. */
  function complaints(code: string): string[] {
    const configFile = path.join(root, 'shared/tsconfig.json')
    const parsed = ts.getParsedCommandLineOfConfigFile(configFile, {}, { ...ts.sys, onUnRecoverableConfigFileDiagnostic: (found) => expect.fail(String(found.messageText)) })
    if (parsed === undefined) throw new Error('shared/tsconfig.json cannot be read')
    const planted = path.join(root, 'shared/domain/case/planted.ts')
    const options = { ...parsed.options, noEmit: true, composite: false, incremental: false, emitDeclarationOnly: false, declaration: false, tsBuildInfoFile: undefined }
    const host = ts.createCompilerHost(options)
    const { getSourceFile, fileExists, readFile } = host
    host.getSourceFile = (name, ...rest) => (name === planted ? ts.createSourceFile(name, code, ts.ScriptTarget.ES2022, true) : getSourceFile(name, ...rest))
    host.fileExists = (name) => name === planted || fileExists(name)
    host.readFile = (name) => (name === planted ? code : readFile(name))
    const program = ts.createProgram([planted], options, host)
    return ts.getPreEmitDiagnostics(program).map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'))
  }

  it.each([
    ['document', 'export const t = document.title'],
    ['window', 'export const t = window.name'],
    ['process', 'export const t = process.env'],
    ['Buffer', "export const t = Buffer.from('')"],
    ['setTimeout', 'export const t = setTimeout(() => undefined, 1)'],
    ['fetch', "export const t = fetch('https://example.org')"],
    ['console', "export const t = () => console.log('')"],
    ['node:fs', "import { readFileSync } from 'node:fs'\nexport const t = readFileSync"],
  ])('%s is unknown there', (name, code) => {
    expect(complaints(code).join('\n')).toContain(name)
  })

  it('plain code is accepted', () => {
    expect(complaints('export const twice = (n: number): number => n * 2')).toEqual([])
  })
})
