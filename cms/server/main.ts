/** The CMS as a process: reads the environment, runs, leaves. */
import { compose, type Cms } from './compose.js'
import {
  ConfigError,
  configErrorLines,
  parseConfig,
  type Config,
} from './config/config.js'
import { readEnvironment } from './config/env.js'
import { createLog } from './config/log.js'
import { startErrorLines } from './config/start-error.js'
import { prepareFirstStart } from './rooms/areas/prepare-first-start.js'

const say = (line: string) => process.stdout.write(`${line}\n`)
const complain = (line: string) => process.stderr.write(`${line}\n`)

/** The surroundings are wrong: what to change was said. */
const EXIT_CONFIG = 2

async function main(): Promise<void> {
  const config = configOrExit()
  const { log, flush } = createLog(config)
  let cms: Cms | null = null
  try {
    cms = await compose({ config, log })
    leaveOnSignals(cms, flush)
    tellFaults(cms, flush)
    const first = await prepareFirstStart(cms.core)
    const url = await cms.start()
    say(`CMS ready: ${url}`)
    if (first !== null) {
      say(`Tài khoản đầu tiên / first account: ${first.userName}`)
      say(
        `Mật khẩu dùng một lần, phải đổi ngay / one-time password, shown once: ${first.password}`,
      )
    }
  } catch (error) {
    await cms?.stop()
    const lines = startErrorLines(error, config)
    if (lines === null) log.error({ err: error }, 'start failed')
    else lines.forEach(complain)
    flush()
    process.exit(lines === null ? 1 : EXIT_CONFIG)
  }
}

function configOrExit(): Config {
  try {
    return parseConfig(readEnvironment())
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error
    configErrorLines(error).forEach(complain)
    return process.exit(EXIT_CONFIG)
  }
}

function leaveOnSignals(cms: Cms, flush: () => void): void {
  let leaving = false
  const leave = (signal: string) => {
    // A second signal is a person who will not wait.
    if (leaving) process.exit(1)
    leaving = true
    cms.core.log.info({ signal }, 'stop asked')
    void cms.stop().then(
      () => {
        flush()
        process.exit(0)
      },
      (error: unknown) => {
        cms.core.log.error({ err: error }, 'stop failed')
        flush()
        process.exit(1)
      },
    )
  }
  process.on('SIGTERM', leave)
  process.on('SIGINT', leave)
}

/** A fault that nobody caught: tell it in the log, then let a clean start mend it. */
function tellFaults(cms: Cms, flush: () => void): void {
  process.on('uncaughtException', (error) => {
    cms.core.log.error({ err: error }, 'fault not caught')
    flush()
    process.exit(1)
  })
}

await main()
