/** How long a browser may look for a still, ms. */
const LIMIT_MS = 8_000
/** Wide enough for 4K glass. */
const WIDTH_MAX = 3840

/**
 * A still of a film, a third of the way in but at most three seconds, as this
 * browser shows it; null when it cannot play it.
 */
export async function filmPoster(file: Blob): Promise<Blob | null> {
  const address = URL.createObjectURL(file)
  const film = document.createElement('video')
  film.muted = true
  film.preload = 'auto'
  try {
    await happens(film, 'loadedmetadata', () => (film.src = address))
    await happens(film, 'seeked', () => {
      film.currentTime = Math.min(3, (film.duration || 0) / 3)
    })
    const scale = Math.min(1, WIDTH_MAX / film.videoWidth)
    const canvas = document.createElement('canvas')
    canvas.width = Math.round(film.videoWidth * scale)
    canvas.height = Math.round(film.videoHeight * scale)
    const brush = canvas.getContext('2d')
    if (!brush || canvas.width === 0) return null
    brush.drawImage(film, 0, 0, canvas.width, canvas.height)
    return await new Promise((done) => canvas.toBlob(done, 'image/jpeg', 0.9))
  } catch {
    // A film that this browser cannot show is still judged by the server.
    return null
  } finally {
    film.removeAttribute('src')
    URL.revokeObjectURL(address)
  }
}

function happens(
  film: HTMLVideoElement,
  event: 'loadedmetadata' | 'seeked',
  begin: () => void,
): Promise<void> {
  return new Promise((done, failed) => {
    const timer = setTimeout(() => failed(new Error('too slow')), LIMIT_MS)
    const end = (): void => clearTimeout(timer)
    film.addEventListener(event, () => (end(), done()), { once: true })
    film.addEventListener('error', () => (end(), failed(new Error('film'))), {
      once: true,
    })
    begin()
  })
}
