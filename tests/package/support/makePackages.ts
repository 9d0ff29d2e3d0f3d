import { execFileSync } from 'node:child_process'
import { rm } from 'node:fs/promises'
import path from 'node:path'
import { forTestsOnly, root, runtimeFolder } from './packaged'

/** Before all tests: packages the program. After them: takes the packages away, half a gigabyte. */
export default function makePackages(): () => Promise<void> {
  execFileSync(process.execPath, [path.join(root, 'build', 'packaging', 'forTests.mjs'), runtimeFolder(), forTestsOnly], { stdio: 'inherit' })
  return () => rm(forTestsOnly, { recursive: true, force: true })
}
