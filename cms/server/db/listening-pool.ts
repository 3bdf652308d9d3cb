/**
 * What Socket.IO's adapter takes for a pool. The adapter holds one connection
 * to LISTEN on and never gives a dead one back, so that every restart of
 * PostgreSQL would cost the real pool a place and its end would wait for ever.
 * Here that connection stands outside the pool; queries go to the real one.
 */
import pg from 'pg'

export type ListeningPool = {
  /** For `createAdapter`, which uses `connect` and `query` only. */
  pool: pg.Pool
  /** Ends the connections it made; later asks are never answered. */
  close(): Promise<void>
}

export function createListeningPool(
  pool: pg.Pool,
  databaseUrl: string,
  lost: (error: Error) => void,
): ListeningPool {
  const open = new Set<pg.Client>()
  let isClosed = false

  const connect = async () => {
    // The adapter would retry a refusal for ever, also when all is over.
    if (isClosed) return new Promise<never>(() => {})
    const client = new pg.Client({
      connectionString: databaseUrl,
      application_name: 'bangtin-live',
      keepAlive: true,
    })
    client.on('error', lost)
    client.once('end', () => open.delete(client))
    open.add(client)
    try {
      await client.connect()
    } catch (error) {
      open.delete(client)
      throw error
    }
    const release = () => {
      client.end().catch(lost)
    }
    return Object.assign(client, { release })
  }
  const query = (text: string, values?: unknown[]) => pool.query(text, values)
  return {
    pool: { connect, query } as unknown as pg.Pool,
    async close() {
      isClosed = true
      await Promise.all(
        [...open].map((client) => {
          client.removeAllListeners('end')
          return client.end().catch(lost)
        }),
      )
    },
  }
}
