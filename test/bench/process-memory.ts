/** Memory of a process and all it started (Linux), shared pages counted once. */
import { readdirSync, readFileSync } from 'node:fs'

/** Proportional set size of the process tree in MiB. */
export function treeMemoryMiB(rootPid: number): number {
  const parents = new Map<number, number>()
  for (const name of readdirSync('/proc')) {
    const pid = Number(name)
    if (!Number.isInteger(pid)) continue
    const stat = read(`/proc/${pid}/stat`)
    // The name in brackets may hold anything; the parent follows the state.
    const parent = Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1])
    parents.set(pid, parent)
  }
  const inTree = (pid: number): boolean => {
    for (let at = pid; at > 1; at = parents.get(at) ?? 0) {
      if (at === rootPid) return true
    }
    return false
  }
  let kib = 0
  for (const pid of parents.keys()) {
    if (!inTree(pid)) continue
    const pss = /^Pss:\s+(\d+)/m.exec(read(`/proc/${pid}/smaps_rollup`))?.[1]
    kib += Number(pss ?? 0)
  }
  return kib / 1024
}

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    // The process ended between the listing and the reading.
    return ''
  }
}
