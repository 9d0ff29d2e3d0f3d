import { cpSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { root as projectRoot } from './setup/paths.mjs'

/** The oldest runtime that the program is driven on (Electron 33); the newest is backward compatible. */
const nodeTarget = 'node20'
const pageTarget = 'chrome130'

/**
 * Builds the three bundles into `out`: main process, preload (one file, as the sandbox demands), page. They are made aside
 * and moved into place: a build that fails leaves the former one, and a program that is just starting finds a whole one.
 * @param {{ root: string, out?: string, minify?: boolean }} options `out` is `<root>/out` unless named; minified bundles come without maps
 * @returns {Promise<readonly string[]>} the files that something of is in the bundles, by their paths from `root`
 */
export async function bundle({ root, out = path.join(root, 'out'), minify = false }) {
  mkdirSync(out, { recursive: true })
  const made = mkdtempSync(path.join(out, 'building-'))
  try {
    const sources = await make({ root, made, minify })
    for (const part of ['electron', 'renderer']) {
      rmSync(path.join(out, part), { recursive: true, force: true })
      renameSync(path.join(made, part), path.join(out, part))
    }
    return sources
  } finally {
    rmSync(made, { recursive: true, force: true })
  }
}

/** @param {{ root: string, made: string, minify: boolean }} options */
async function make({ root, made, minify }) {
  /** @type {import('esbuild').BuildOptions} */
  const common = { bundle: true, minify, sourcemap: !minify, legalComments: 'none', logLevel: 'warning', absWorkingDir: root, metafile: true }
  const forNode = { ...common, platform: /** @type {const} */ ('node'), format: /** @type {const} */ ('cjs'), target: nodeTarget, external: ['electron'] }

  const built = await Promise.all([
    build({
      ...forNode,
      entryPoints: ['electron/main.ts'],
      outfile: path.join(made, 'electron', 'main.js'),
      // Packages written as ES modules ask for their own address, which a CommonJS bundle has under another name.
      define: { 'import.meta.url': 'bundleUrl' },
      banner: { js: "const bundleUrl = require('node:url').pathToFileURL(__filename).href;" },
    }),
    build({
      ...forNode,
      entryPoints: ['electron/preload.ts'],
      outfile: path.join(made, 'electron', 'preload.js'),
      target: pageTarget,
      platform: 'browser',
      alias: { zod: path.join(projectRoot, 'build', 'withoutSchemas.mjs') },
    }),
    build({
      ...common,
      entryPoints: { main: 'renderer/main.tsx', fonts: 'renderer/fonts.css' },
      outdir: path.join(made, 'renderer'),
      platform: 'browser',
      format: 'esm',
      target: pageTarget,
      // papaparse asks for Node's streams by name where there are none; nothing of ours reaches that part of it.
      external: ['stream'],
      jsx: 'automatic',
      splitting: true,
      // React and MUI pick their development or production halves by this name.
      define: { 'process.env.NODE_ENV': '"production"' },
      loader: { '.woff2': 'file', '.woff': 'empty', '.svg': 'file', '.png': 'file' },
      assetNames: 'assets/[name]-[hash]',
      chunkNames: 'chunks/[name]-[hash]',
    }),
  ])
  cpSync(path.join(root, 'renderer', 'index.html'), path.join(made, 'renderer', 'index.html'))
  const icons = path.join(root, 'build', 'icons')
  for (const name of readdirSync(icons).filter((file) => file.endsWith('.png'))) cpSync(path.join(icons, name), path.join(made, 'electron', 'icons', name))
  return sourcesIn(built)
}

/** @param {readonly import('esbuild').BuildResult[]} built */
function sourcesIn(built) {
  const outputs = built.flatMap(({ metafile }) => Object.values(metafile?.outputs ?? {}))
  const used = outputs.flatMap(({ inputs }) => Object.entries(inputs).filter(([, { bytesInOutput }]) => bytesInOutput > 0))
  return [...new Set(used.map(([file]) => file))].sort()
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await bundle({ root: projectRoot })
