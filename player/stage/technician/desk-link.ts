import {
  technicianAnswerSchema,
  technicianOpenedSchema,
  type TechnicianAct,
  type TechnicianAnswer,
  type TechnicianOpened,
} from '../../../shared/contract/technician.js'

/** The page's way to the technician's desk; null: the core did not answer. */
export type DeskLink = {
  open(pin: string): Promise<TechnicianOpened | null>
  act(order: TechnicianAct): Promise<TechnicianAnswer | null>
  /** Forgets the session, on both sides. */
  close(): void
}

/** Over loopback, by the page's own cookie. The session lives in memory only. */
export function createDeskLink(): DeskLink {
  let session = ''
  const act = async (order: TechnicianAct) => {
    const answer = await post('/technician/act', { session, order })
    const parsed = technicianAnswerSchema.safeParse(answer)
    return parsed.success ? parsed.data : null
  }
  return {
    async open(pin) {
      const parsed = technicianOpenedSchema.safeParse(
        await post('/technician/open', { pin }),
      )
      if (!parsed.success) return null
      if (parsed.data.ok) session = parsed.data.session
      return parsed.data
    },
    act,
    close() {
      if (session !== '') void act({ act: 'close' })
      session = ''
    },
  }
}

async function post(path: string, body: object): Promise<unknown> {
  try {
    const answer = await fetch(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
    return answer.ok ? ((await answer.json()) as unknown) : null
  } catch {
    // The core is away, or starting anew.
    return null
  }
}
