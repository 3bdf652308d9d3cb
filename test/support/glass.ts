import type { Page } from 'playwright-core'

/** Resolves with the page's clock (ms) at the frame in which the words are there. */
export async function whenOnGlass(
  page: Page,
  words: string,
  timeoutMs = 30_000,
): Promise<number> {
  const handle = await page.waitForFunction(
    // No named function in here: the page knows nothing of what a bundler
    // adds to keep names. A slide that waits its turn is all but transparent.
    (wanted) =>
      document.body.innerText.includes(wanted) ||
      [...document.querySelectorAll('iframe')].some((frame) => {
        let opacity = 1
        for (let at: Element | null = frame; at; at = at.parentElement) {
          opacity *= Number(getComputedStyle(at).opacity)
        }
        const text = frame.contentDocument?.body?.innerText ?? ''
        return opacity > 0.5 && text.replaceAll('\u00a0', ' ').includes(wanted)
      })
        ? Date.now()
        : false,
    words,
    { polling: 'raf', timeout: timeoutMs },
  )
  return (await handle.jsonValue()) as number
}

/** Resolves when the words are gone from every slide that can be seen. */
export async function whenOffGlass(
  page: Page,
  words: string,
  timeoutMs = 30_000,
): Promise<void> {
  await page.waitForFunction(
    (wanted) =>
      ![...document.querySelectorAll('iframe')].some((frame) => {
        let opacity = 1
        for (let at: Element | null = frame; at; at = at.parentElement) {
          opacity *= Number(getComputedStyle(at).opacity)
        }
        const text = frame.contentDocument?.body?.innerText ?? ''
        return opacity > 0.01 && text.replaceAll('\u00a0', ' ').includes(wanted)
      }),
    words,
    { polling: 100, timeout: timeoutMs },
  )
}

/**
 * Resolves with the page's clock (ms) at the frame in which a slide stands
 * inside its furniture: two documents that can be read.
 */
export async function whenSlideOnGlass(page: Page): Promise<number> {
  const handle = await page.waitForFunction(
    () => {
      const readable = [...document.querySelectorAll('iframe')].filter(
        (frame) => {
          let opacity = 1
          for (let at: Element | null = frame; at; at = at.parentElement) {
            opacity *= Number(getComputedStyle(at).opacity)
          }
          const text = frame.contentDocument?.body?.innerText ?? ''
          return opacity > 0.5 && text.length > 20
        },
      )
      return readable.length >= 2 ? Date.now() : false
    },
    undefined,
    { polling: 'raf' },
  )
  return (await handle.jsonValue()) as number
}
