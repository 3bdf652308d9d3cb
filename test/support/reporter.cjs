// Mocha's own Spec report, ended by one line that a machine can read:
// "N passed, N failed, N skipped", from mocha's own counts. A run in parts
// has its counts kept in a file, and the line is written by who adds them up.
const { writeFileSync } = require('node:fs')
const { reporters } = require('mocha')

module.exports = class CountingReporter extends reporters.Spec {
  constructor(runner, options) {
    super(runner, options)
    const { stats } = this
    const kept = process.env.BANGTIN_TEST_COUNTS
    runner.once('end', () => {
      // Written at exit so that nothing an after-hook prints can follow it.
      process.once('exit', () => {
        const { passes, failures, pending } = stats
        if (kept) {
          writeFileSync(kept, JSON.stringify({ passes, failures, pending }))
        } else {
          process.stdout.write(
            `${passes} passed, ${failures} failed, ${pending} skipped\n`,
          )
        }
      })
    })
  }
}
