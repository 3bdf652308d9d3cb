import type { Page } from 'playwright-core'

/**
 * The words now on the glass: of the page itself and of every slide document
 * in it, uppermost last.
 */
export async function wordsOnGlass(page: Page): Promise<string> {
  return page.evaluate(() => {
    const texts = [document.body.innerText]
    for (const frame of document.querySelectorAll('iframe')) {
      texts.push(frame.contentDocument?.body?.innerText ?? '')
    }
    return texts.join('\n')
  })
}

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
