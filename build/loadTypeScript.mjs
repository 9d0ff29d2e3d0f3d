import { createRequire } from 'node:module'
import vm from 'node:vm'
import { root } from './setup/paths.mjs'

/**
 * Bundles a TypeScript module and its imports in memory and runs the result; nothing is written to disk.
 * A failure in it names the entry and the line of the bundle.
 * @param {string} entry path from the project's folder
 * @returns {Promise<any>} the module's exports
 */
export async function loadTypeScript(entry) {
  const { build } = await import('esbuild')
  const built = await build({
    absWorkingDir: root,
    entryPoints: [entry],
    bundle: true,
    write: false,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    logLevel: 'silent',
    legalComments: 'none',
  })
  const module = { exports: {} }
  const run = vm.compileFunction(built.outputFiles[0]?.text ?? '', ['module', 'exports', 'require'], { filename: entry })
  run(module, module.exports, createRequire(import.meta.url))
  return module.exports
}
