import { spawn } from 'node:child_process'
import type { Log } from '../../shared/kernel/log.js'
import type { DisplayPort } from '../core/ports.js'

/**
 * Puts an X display to sleep and wakes it (DPMS, by `xset`). Without an X
 * server or without xset nothing happens: the page is black all the same.
 */
export function xDisplay(display: string | null, log: Log): DisplayPort {
  return {
    light(on) {
      if (display === null) return
      const args = ['-display', display, 'dpms', 'force', on ? 'on' : 'off']
      const child = spawn('xset', args, { stdio: 'ignore' })
      child.once('error', (err) => log.info({ err }, 'xset not run'))
      child.once('exit', (code) => {
        if (code !== 0) log.info({ code, on }, 'display not switched')
      })
    },
  }
}
