/** @typedef {{ passed: number, failed: number }} Count */

/**
 * Counts vitest's JSON report. A skipped or unfinished test is a failed one: what is not run proves nothing.
 * @param {unknown} report
 * @returns {Count}
 */
export function countVitest(report) {
  const { testResults } = /** @type {{ testResults: { status: string, assertionResults: { status: string }[] }[] }} */ (report)
  const count = { passed: 0, failed: 0 }
  for (const file of testResults) {
    for (const { status } of file.assertionResults) count[status === 'passed' ? 'passed' : 'failed'] += 1
    // A file that broke before its first test has no tests to count.
    if (file.status !== 'passed' && file.assertionResults.every(({ status }) => status === 'passed')) count.failed += 1
  }
  return count
}

/**
 * Counts Playwright's JSON report; a flaky test counts as failed.
 * @param {unknown} report
 * @returns {Count}
 */
export function countPlaywright(report) {
  const { stats, errors } = /** @type {{ stats: { expected: number, unexpected: number, flaky: number, skipped: number }, errors: unknown[] }} */ (report)
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky + stats.skipped + errors.length }
}
