// Mocha's own Spec report, ended by one line that a machine can read:
// "N passed, N failed, N skipped", from mocha's own counts.
const { reporters } = require('mocha')

module.exports = class CountingReporter extends reporters.Spec {
  constructor(runner, options) {
    super(runner, options)
    const { stats } = this
    runner.once('end', () => {
      // Written at exit so that nothing an after-hook prints can follow it.
      process.once('exit', () => {
        process.stdout.write(
          `${stats.passes} passed, ${stats.failures} failed, ${stats.pending} skipped\n`,
        )
      })
    })
  }
}
