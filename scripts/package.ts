/**
 * `npm run package`: the installable player (AppImage, deb, NSIS) by
 * electron-builder. It needs Electron's own binary, which electron-builder
 * fetches; on a closed network it says so and changes nothing.
 */
import { runSteps } from './run-commands.js'

process.exitCode = runSteps([
  {
    name: 'electron-builder',
    command: process.execPath,
    args: [
      'node_modules/electron-builder/cli.js',
      '--config',
      'electron-builder.yml',
      ...process.argv.slice(2),
    ],
  },
])
