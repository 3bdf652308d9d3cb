// One file on its way to the library. XMLHttpRequest, because fetch does not
// say how much has been sent.
import {
  mediaViewSchema,
  uploadedMediaSchema,
  type MediaView,
  type UploadedMedia,
} from '../../../shared/contract/api/media.js'
import { API } from './client.js'
import { filmPoster } from './film-poster.js'
import { currentLanguage } from './language-cookie.js'
import { AnswerUnreadable, ConnectionLost, problemOf } from './problem.js'

export type Sending = {
  /** Whose it becomes; else of the person's own area. */
  areaId?: string | undefined
  signal?: AbortSignal | undefined
  /** How much has left this computer, 0 to 1. */
  onProgress?: (share: number) => void
}

/**
 * Sends one file. Throws ApiProblem with the refusal in words, ConnectionLost,
 * AnswerUnreadable, or an AbortError.
 */
export async function sendFile(
  file: File,
  sending: Sending = {},
): Promise<UploadedMedia> {
  const answer = await post(
    'POST',
    `${API}/media`,
    await formOf(file, sending),
    sending,
  )
  const parsed = uploadedMediaSchema.safeParse(answer)
  if (!parsed.success) throw new AnswerUnreadable('uploadMedia')
  return parsed.data
}

/** Puts another file in the place of one; throws as `sendFile` does. */
export async function replaceFile(
  id: string,
  file: File,
  sending: Sending = {},
): Promise<MediaView> {
  const form = await formOf(file, {})
  const answer = await post('PUT', `${API}/media/${id}/file`, form, sending)
  const parsed = mediaViewSchema.safeParse(answer)
  if (!parsed.success) throw new AnswerUnreadable('replaceMedia')
  return parsed.data
}

/** Fields first: the server reads the form as it comes. */
async function formOf(file: File, { areaId }: Sending): Promise<FormData> {
  const form = new FormData()
  if (areaId !== undefined) form.set('areaId', areaId)
  if (file.type.startsWith('video/')) {
    const poster = await filmPoster(file)
    if (poster) form.set('poster', poster, 'poster.jpg')
  }
  form.set('file', file, file.name || 'tep')
  return form
}

function post(
  method: 'POST' | 'PUT',
  address: string,
  form: FormData,
  { signal, onProgress }: Sending,
): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const call = new XMLHttpRequest()
    call.open(method, address)
    call.setRequestHeader('accept-language', currentLanguage())
    call.upload.onprogress = ({ loaded, total }) =>
      onProgress?.(total > 0 ? loaded / total : 0)
    call.onerror = () => reject(new ConnectionLost('no answer'))
    call.onabort = () => reject(new DOMException('given up', 'AbortError'))
    call.onload = () => {
      const answer = new Response(call.responseText, {
        status: call.status,
        headers: {
          'content-type': call.getResponseHeader('content-type') ?? '',
        },
      })
      if (answer.ok) answer.json().then(resolve, reject)
      else problemOf(answer).then(reject, reject)
    }
    signal?.addEventListener('abort', () => call.abort())
    call.send(form)
  })
}
