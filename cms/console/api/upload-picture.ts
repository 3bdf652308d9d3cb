import {
  mediaViewSchema,
  type MediaView,
} from '../../../shared/contract/api/media.js'
import { API, request } from './client.js'
import { AnswerUnreadable } from './problem.js'

/** Sends one picture; throws ApiProblem media.* with the reason in words. */
export async function uploadPicture(file: File): Promise<MediaView> {
  const form = new FormData()
  form.set('file', file)
  const response = await request(`${API}/media`, { method: 'POST', body: form })
  const parsed = mediaViewSchema.safeParse(
    await response.json().catch(() => null),
  )
  if (!parsed.success) throw new AnswerUnreadable('uploadMedia')
  return parsed.data
}
