import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'

/**
 * Builds a program of one window in the real program's origin with nothing in it but what is measured, driven by
 * tests/bench/<bench>/page.ts.
 * @param {string} root the project's folder
 * @param {string} out a folder of its own; afterwards Electron's argument
 * @param {'storage' | 'sync'} bench
 */
export async function bundleBenchWindow(root, out, bench) {
  const { build } = await import('esbuild')
  const common = { bundle: true, absWorkingDir: root, logLevel: /** @type {const} */ ('warning'), legalComments: /** @type {const} */ ('none'), minify: true }
  mkdirSync(path.join(out, 'page'), { recursive: true })
  await Promise.all([
    build({ ...common, entryPoints: [`tests/bench/${bench}/main.ts`], outfile: path.join(out, 'main.js'), platform: 'node', format: 'cjs', target: 'node20', external: ['electron'] }),
    build({ ...common, entryPoints: ['electron/preload.ts'], outfile: path.join(out, 'preload.js'), platform: 'node', format: 'cjs', target: 'node20', external: ['electron'] }),
    build({ ...common, entryPoints: [`tests/bench/${bench}/page.ts`], outfile: path.join(out, 'page', 'page.js'), platform: 'browser', format: 'esm', target: 'chrome130', define: { 'process.env.NODE_ENV': '"production"' } }),
  ])
  writeFileSync(path.join(out, 'package.json'), JSON.stringify({ name: 'otklik-bench', version: '1.0.0', main: 'main.js', type: 'commonjs' }))
  writeFileSync(path.join(out, 'page', 'index.html'), '<!doctype html><meta charset="utf-8"><script type="module" src="page.js"></script>')
}
