/**
 * Reads what a video is from its own headers, by ranges from disk: container,
 * codec, length, size. Only what every screen can play is let in.
 */
import { ALL_FORMATS, FilePathSource, Input } from 'mediabunny'
import type { VideoFacts } from '../../../../shared/contract/api/media.js'
import { AppError } from '../../../../shared/kernel/app-error.js'

/** A film for a bulletin board, not a feature film. */
export const SECONDS_MAX = 20 * 60
/** 4K of either orientation. */
const SIDE_MAX = 3840

const CODECS = {
  'video/mp4': ['avc'],
  'video/webm': ['vp8', 'vp9', 'av1'],
} as const

/** The film as it lies at `path`, before it has a name. */
export type ProbedVideo = Omit<VideoFacts, 'sha256' | 'bytes'> & {
  width: number
  height: number
}

/**
 * Throws `media.video_unreadable`, `media.video_codec` with the codec,
 * `media.video_too_long`, `media.too_many_pixels`.
 */
export async function probeVideo(
  path: string,
  mediaType: VideoFacts['mediaType'],
): Promise<ProbedVideo> {
  const facts = await read(path).catch((error: unknown) => {
    throw new AppError('media.video_unreadable', {}, error)
  })
  if (facts === null) throw new AppError('media.video_unreadable')
  const { codec, durationSeconds, width, height } = facts
  const allowed: readonly string[] = CODECS[mediaType]
  if (codec === null || !allowed.includes(codec))
    throw new AppError('media.video_codec', {
      codec: codec === 'hevc' ? 'H.265 (HEVC)' : (codec ?? '?').toUpperCase(),
    })
  if (!(durationSeconds > 0)) throw new AppError('media.video_unreadable')
  if (durationSeconds > SECONDS_MAX)
    throw new AppError('media.video_too_long', {
      maxMinutes: SECONDS_MAX / 60,
    })
  if (Math.max(width, height) > SIDE_MAX)
    throw new AppError('media.too_many_pixels', { width, height })
  return { ...facts, codec, mediaType }
}

async function read(path: string) {
  const input = new Input({
    formats: ALL_FORMATS,
    source: new FilePathSource(path),
  })
  try {
    const video = await input.getPrimaryVideoTrack()
    if (video === null) return null
    const sound = await input.getPrimaryAudioTrack()
    return {
      codec: await video.getCodec(),
      durationSeconds: Math.round((await input.computeDuration()) * 10) / 10,
      hasSound: sound !== null,
      width: await video.getDisplayWidth(),
      height: await video.getDisplayHeight(),
    }
  } finally {
    input.dispose()
  }
}
