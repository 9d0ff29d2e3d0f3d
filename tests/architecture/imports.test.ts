import type { ICruiseOptions, ICruiseResult, IForbiddenRuleType } from 'dependency-cruiser'
import { cruise } from 'dependency-cruiser'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const rulebook = createRequire(import.meta.url)('../../build/lint/dependency-cruiser.cjs') as { forbidden: IForbiddenRuleType[]; options: ICruiseOptions }

interface Planted {
  readonly from: string
  readonly to: string
  /** The rules that must speak; none where the import is allowed. */
  readonly breaks: readonly string[]
}

const plant = (from: string, to: string, ...breaks: string[]): Planted => ({ from, to, breaks })

const planted: readonly Planted[] = [
  plant('shared/lib/a.ts', 'zod', 'lib-alone'),
  plant('shared/lib/b.ts', 'shared/domain/case/x', 'lib-alone'),
  plant('shared/lib/c.ts', 'node:fs', 'lib-alone', 'shared-without-node'),
  plant('shared/domain/case/a.ts', 'shared/lib/x'),
  plant('shared/domain/case/b.ts', 'zod'),
  plant('shared/domain/case/c.ts', 'date-fns', 'domain-packages'),
  plant('shared/domain/deadlines/a.ts', '@date-fns/tz', 'domain-packages'),
  plant('shared/domain/case/d.ts', '@noble/hashes', 'domain-packages'),
  plant('shared/domain/case/e.ts', 'shared/connectors/vk/x', 'domain-inside'),
  plant('shared/domain/case/f.ts', 'renderer/ui/x', 'shared-inside'),
  plant('shared/domain/case/g.ts', 'electron/files/x', 'shared-inside'),
  plant('shared/domain/case/h.ts', 'node:crypto', 'shared-without-node'),
  plant('shared/domain/time/a.ts', 'date-fns'),
  plant('shared/domain/time/b.ts', '@date-fns/tz'),
  plant('shared/domain/time/c.ts', 'react', 'domain-time-packages'),
  plant('shared/domain/journal/a.ts', '@noble/hashes'),
  plant('shared/domain/journal/b.ts', 'date-fns', 'domain-journal-packages'),
  plant('shared/domain/search/a.ts', '@orama/stemmers'),
  plant('shared/domain/search/b.ts', 'libphonenumber-js', 'domain-search-packages'),
  plant('shared/domain/moderation/a.ts', 'libphonenumber-js'),
  plant('shared/domain/moderation/b.ts', '@orama/stemmers', 'domain-moderation-packages'),
  plant('shared/domain/calendar/import/a.ts', 'fast-xml-parser'),
  plant('shared/domain/calendar/import/b.ts', 'react', 'domain-calendar-import-packages'),
  plant('shared/domain/calendar/a.ts', 'fast-xml-parser', 'domain-packages'),
  plant('shared/connectors/vk/a.ts', 'shared/domain/case/x'),
  plant('shared/connectors/vk/b.ts', 'shared/connectors/json/x'),
  plant('shared/connectors/vk/c.ts', 'shared/connectors/ok/x', 'no-connector-another'),
  plant('shared/connectors/vk/d.ts', 'shared/ipc/x', 'connectors-inside'),
  plant('shared/connectors/vk/e.ts', 'rxdb', 'shared-packages', 'database-in-data-only'),
  plant('shared/connectors/vk/f.ts', 'fast-xml-parser'),
  plant('shared/server/a.ts', 'shared/connectors/vk/x', 'server-inside'),
  plant('shared/settings/a.ts', 'shared/ipc/x', 'settings-inside'),
  plant('shared/ipc/a.ts', 'shared/settings/x'),
  plant('shared/ipc/b.ts', 'shared/other/x', 'ipc-inside'),
  plant('electron/files/a.ts', 'node:fs'),
  plant('electron/files/b.ts', 'shared/ipc/x'),
  plant('electron/files/c.ts', 'renderer/application/x', 'electron-inside'),
  plant('electron/files/d.ts', 'react', 'electron-without-page-packages'),
  plant('electron/connectors/vk/a.ts', 'electron/connectors/ok/x', 'no-connector-another'),
  plant('electron/files/e.ts', 'vitest', 'no-development-packages'),
  plant('electron/files/f.ts', 'electron'),
  plant('electron/files/g.ts', './no-such-file', 'resolvable'),
  plant('renderer/application/a.ts', 'shared/domain/case/x'),
  plant('renderer/application/b.ts', 'renderer/data/x', 'application-inside'),
  plant('renderer/application/c.ts', 'renderer/ui/x', 'application-inside'),
  plant('renderer/application/d.ts', 'react', 'application-packages'),
  plant('renderer/application/e.ts', 'rxdb', 'application-packages', 'database-in-data-only'),
  plant('renderer/application/f.ts', 'electron/files/x', 'renderer-inside'),
  plant('renderer/application/g.ts', 'electron', 'application-packages', 'renderer-without-electron'),
  plant('renderer/application/h.ts', 'node:path', 'renderer-without-node'),
  plant('renderer/application/backup/a.ts', 'fflate'),
  plant('renderer/application/backup/b.ts', 'react', 'application-backup-packages'),
  plant('renderer/data/a.ts', 'rxdb'),
  plant('renderer/data/b.ts', 'renderer/application/x'),
  plant('renderer/data/c.ts', 'react', 'data-without-react'),
  plant('renderer/data/d.ts', 'renderer/features/inbox/x', 'data-inside'),
  plant('renderer/features/inbox/a.ts', 'renderer/application/x'),
  plant('renderer/features/inbox/b.ts', 'renderer/ui/x'),
  plant('renderer/features/inbox/c.ts', 'renderer/features/review/x', 'no-feature-another'),
  plant('renderer/features/inbox/d.ts', 'renderer/data/x', 'features-inside'),
  plant('renderer/features/inbox/e.ts', 'renderer/bridge', 'features-inside'),
  plant('renderer/ui/a.ts', 'renderer/features/inbox/x', 'ui-inside'),
  plant('renderer/ui/b.ts', 'renderer/app/x', 'ui-inside', 'wiring-is-the-end'),
  plant('renderer/format/a.ts', 'renderer/ui/x', 'format-inside'),
  plant('renderer/i18n/a.ts', 'renderer/format/x', 'i18n-inside'),
  plant('renderer/bridge.ts', 'renderer/ui/x', 'bridge-inside'),
  plant('renderer/main.tsx', 'renderer/data/x'),
  plant('renderer/app/a.ts', 'renderer/bridge'),
]

const packages = { zod: 1, 'date-fns': 1, '@date-fns/tz': 1, '@noble/hashes': 1, '@orama/stemmers': 1, 'libphonenumber-js': 1, 'fast-xml-parser': 1, fflate: 1, react: 1, rxdb: 1 }
const developmentPackages = { vitest: 1, electron: 1 }

/** A tree laid out like the project, outside it, in which nothing is right or wrong but the imports. */
let tree: string
let broken: Map<string, Set<string>>

async function write(file: string, text: string) {
  await mkdir(path.dirname(path.join(tree, file)), { recursive: true })
  await writeFile(path.join(tree, file), text)
}

const isProjectFile = (to: string) => /^(shared|electron|renderer)\//.test(to)

beforeAll(async () => {
  tree = await mkdtemp(path.join(tmpdir(), 'otklik-imports-'))
  await write('package.json', JSON.stringify({ name: 'planted', dependencies: packages, devDependencies: developmentPackages }))
  for (const name of [...Object.keys(packages), ...Object.keys(developmentPackages)]) {
    await write(`node_modules/${name}/package.json`, JSON.stringify({ name, version: '1.0.0', main: 'index.js' }))
    await write(`node_modules/${name}/index.js`, 'module.exports = {}')
  }
  for (const { to } of planted) if (isProjectFile(to) && to !== 'renderer/bridge') await write(`${to}.ts`, 'export {}')
  for (const { from, to } of planted) {
    const target = isProjectFile(to) ? path.relative(path.dirname(from), to) : to
    await write(from, `import '${target.startsWith('.') || !isProjectFile(to) ? target : `./${target}`}'\n`)
  }
  await write('shared/domain/round/a.ts', "import './b'\nexport const a = 1\n")
  await write('shared/domain/round/b.ts', "import './a'\nexport const b = 1\n")

  const { output } = await cruise(['shared', 'electron', 'renderer'], { ...rulebook.options, ruleSet: { forbidden: rulebook.forbidden }, validate: true, baseDir: tree })
  broken = new Map()
  for (const { from, rule } of (output as ICruiseResult).summary.violations) broken.set(from, (broken.get(from) ?? new Set()).add(rule.name))
}, 120_000)

afterAll(() => rm(tree, { recursive: true, force: true }))

describe('import rules', () => {
  it.each(planted)('$from → $to breaks $breaks', ({ from, breaks }) => {
    expect([...(broken.get(from) ?? [])].sort()).toEqual([...breaks].sort())
  })

  it('a cycle is found', () => {
    expect([...(broken.get('shared/domain/round/a.ts') ?? []), ...(broken.get('shared/domain/round/b.ts') ?? [])]).toContain('no-cycles')
  })

  it('every rule of the rulebook is an error and has been seen to fail', () => {
    const seen = new Set([...broken.values()].flatMap((rules) => [...rules]))
    expect(rulebook.forbidden.map(({ name }) => name).filter((name) => name === undefined || !seen.has(name))).toEqual([])
    expect(rulebook.forbidden.every(({ severity }) => severity === 'error')).toBe(true)
  })
})
