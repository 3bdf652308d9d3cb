/*
 * A CMS that releases, warns, recalls, restarts and is impersonated, and that
 * remembers everything it ever sealed: only that may reach the glass.
 */
import type { Manifest } from '../../shared/contract/manifest.js'
import type { Notice, Recall } from '../../shared/contract/notice.js'
import { generateKeyPair, thumbprint } from '../../shared/seal/keys.js'
import { seal, type Signer } from '../../shared/seal/seal.js'
import { CmsDouble, iso, SCREEN } from '../integration/player/cms-double.js'
import type { Seeded } from './seeded.js'

const HOUR = 3_600_000
const MOST_STANDING = 6

export class TortureCms {
  readonly sealed = new Map<number, Manifest>()
  readonly notices = new Map<string, Notice>()
  readonly recalls: Recall[] = []
  private stranger!: Signer
  private made = 0

  double: CmsDouble
  private readonly random: Seeded

  private constructor(double: CmsDouble, random: Seeded) {
    this.double = double
    this.random = random
  }

  static async start(random: Seeded): Promise<TortureCms> {
    const cms = new TortureCms(await CmsDouble.start(), random)
    const keys = await generateKeyPair()
    const kid = await thumbprint(keys.publicKey)
    cms.stranger = { kid, key: keys.privateKey }
    return cms
  }

  /** What a screen that knows everything would play now. */
  truth(): Manifest {
    return this.sealed.get(this.double.number) as Manifest
  }

  /** A new programme of one to five items, some of them bound to times. */
  async release(): Promise<void> {
    const { random } = this
    const made = this.double.makeManifest(random.int(1, 5))
    const now = Date.now()
    for (const item of made.items) {
      // A recalled release stays recalled: each programme has its own.
      item.releaseId = `${item.releaseId}-of-${made.number}`
      item.weight = random.int(1, 3)
      if (random.chance(0.2)) item.priority = 'priority'
      if (random.chance(0.2))
        item.schedule = { expiresAt: iso(now + random.int(-2, 6) * HOUR) }
      else if (random.chance(0.2))
        item.schedule = { dayparts: [{ from: '06:00', to: '18:00' }] }
    }
    if (random.chance(0.4)) made.files.push(this.bigFile())
    await this.sealNext(made)
  }

  /** Warns; it travels inline and in the next manifest, as with the real one. */
  async warn(): Promise<void> {
    if (this.standing().length >= MOST_STANDING) return this.recall()
    this.made += 1
    const words = `<html><head></head>lũ ${this.made}</html>`
    const notice = this.double.makeNotice(words, {
      id: `notice-${this.made}`,
      level: this.random.int(1, 5),
    })
    this.notices.set(notice.id, notice)
    await this.double.push(notice)
    await this.again()
  }

  /** Takes back a notice or a release, whichever there is. */
  async recall(): Promise<void> {
    const newest = this.truth()
    const standing = this.standing()
    const target: Recall['target'] =
      standing.length > 0 && this.random.chance(0.7)
        ? { kind: 'notice', id: this.random.pick(standing).id, version: 1 }
        : { kind: 'release', id: this.random.pick(newest.items).releaseId }
    this.made += 1
    const recall: Recall = {
      kind: 'recall',
      protocol: 1,
      id: `recall-${this.made}`,
      issuedAt: iso(Date.now()),
      target,
      screens: [SCREEN],
    }
    this.recalls.push(recall)
    const sealed = await seal('recall', recall, this.double.signer)
    this.double.emit('recall', { sealed })
    await this.again()
  }

  /** Sealed by nobody we know, for somebody else, or from long ago. */
  async forge(): Promise<void> {
    const { double, random } = this
    const kind = random.pick(['stranger', 'foreign', 'old', 'notice'] as const)
    const newest = this.truth()
    const kept = double.manifest
    if (kind === 'notice') {
      const notice = double.makeNotice('<html><head></head>giả</html>')
      return double.push(notice, this.stranger)
    }
    const number = double.number + 100
    if (kind === 'stranger')
      double.manifest = await seal(
        'manifest',
        { ...newest, number },
        this.stranger,
      )
    if (kind === 'foreign')
      double.manifest = await seal(
        'manifest',
        { ...newest, number, screen: { ...newest.screen, id: 'screen-2' } },
        double.signer,
      )
    if (kind === 'old') {
      const old = this.sealed.get(random.int(1, double.number)) as Manifest
      double.manifest = await seal('manifest', old, double.signer)
    }
    double.emit('release', { spreadMs: 0 })
    await new Promise((done) => setTimeout(done, 60))
    double.manifest = kept
  }

  async restart(): Promise<void> {
    const { port, receipts, number } = this.double
    const wanted = this.double.manifest
    await this.double.stop()
    const next = await CmsDouble.start(port, this.double)
    next.receipts.push(...receipts)
    next.manifest = wanted
    next.number = number
    this.double = next
  }

  /** Notices that have not ended and were not taken back. */
  standing(): Notice[] {
    const gone = new Set(
      this.recalls.flatMap(({ target }) =>
        target.kind === 'notice' ? [target.id] : [],
      ),
    )
    return [...this.notices.values()].filter(({ id }) => !gone.has(id))
  }

  /** The same programme with the orders of now, under the next number. */
  private async again(): Promise<void> {
    this.double.number += 1
    const before = this.sealed.get(this.double.number - 1) as Manifest
    await this.sealNext({ ...before, number: this.double.number })
  }

  private async sealNext(manifest: Manifest): Promise<void> {
    const standing = this.standing()
    const whole: Manifest = {
      ...manifest,
      issuedAt: iso(Date.now()),
      notices: standing,
      recalls: this.recalls.slice(-40),
      files: [...manifest.files],
    }
    this.sealed.set(whole.number, whole)
    await this.double.release(whole)
  }

  private bigFile() {
    const bytes = Buffer.alloc(this.random.int(50_000, 600_000), this.made)
    bytes.writeUInt32BE(this.double.number, 0)
    return this.double.refOf(this.double.addFile(bytes))
  }
}
