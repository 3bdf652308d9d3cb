/**
 * `npm run torture -- --rounds 500 --seed 7`: faults of every kind on a real
 * player, round after round. Prints rounds, faults by kind and violations;
 * ends with 1 when there was one.
 */
import { parseArgs } from 'node:util'
import { runTorture } from '../test/torture/run-torture.js'

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '100' },
    seed: { type: 'string', default: '7' },
    verbose: { type: 'boolean', default: false },
  },
})
const rounds = Number(values.rounds)
const seed = Number(values.seed)
if (!Number.isInteger(rounds) || rounds < 1 || !Number.isInteger(seed)) {
  process.stderr.write('--rounds and --seed are whole numbers\n')
  process.exit(2)
}
const say = (line: string) => process.stdout.write(`${line}\n`)
const began = performance.now()
const result = await runTorture({
  rounds,
  seed,
  onRound(round, doing) {
    if (values.verbose) say(`${round}: ${doing}`)
    else if (round % 50 === 0) say(`… ${round} rounds`)
  },
})
const settled = [...result.settledMs].sort((a, b) => a - b)
const at = (part: number) =>
  Math.round(settled[Math.floor((settled.length - 1) * part)] ?? 0)
say(`rounds: ${result.rounds}, seed: ${seed}`)
say(`acts of the office: ${result.acts}`)
for (const [name, count] of [...result.faults].sort())
  say(`fault, ${name}: ${count}`)
say(
  `all well → right programme: median ${at(0.5)} ms, p99 ${at(0.99)} ms, worst ${at(1)} ms`,
)
say(`took ${Math.round((performance.now() - began) / 1000)} s`)
say(`violations: ${result.violations.length}`)
process.exit(result.violations.length > 0 ? 1 : 0)
