import type { Sentences } from '../copy.js'

export const mediaErrors = {
  'media.not_found': [
    'This file is not in the library. Upload it again or choose another.',
  ],
  'media.not_an_image': [
    'This file is no picture, video or document that can be read. Use JPEG, PNG, WebP; MP4, WebM; PDF, DOCX; XLSX, CSV.',
  ],
  'media.too_many_bytes': [
    'The file is too large (at most {maxBytes}). Make it smaller and upload it again.',
    'The file is too large. Make it smaller and upload it again.',
  ],
  'media.too_many_pixels': [
    'A picture of {width} × {height} pixels is too large. Scale it to at most {maxPixels} pixels and upload it again.',
    'The picture has too many pixels. Scale it down and upload it again.',
  ],
  'media.svg_refused': [
    'An SVG picture can carry scripts, so it is not taken. Export it as PNG and upload that.',
  ],
  'media.heic_refused': [
    'HEIC pictures cannot be used yet. On an iPhone choose Settings › Camera › Formats › Most Compatible, or send the picture as JPEG.',
  ],
  'media.old_office': [
    'Old Word and Excel files (.doc, .xls) cannot be read. Open the file and save it as .docx, .xlsx or PDF.',
  ],
  'media.video_unreadable': [
    'This video cannot be read or is broken. Export it as MP4 (H.264) and upload it again.',
  ],
  'media.video_codec': [
    'The video is coded as {codec}, which many screens cannot play. Export it as MP4 (H.264). On an iPhone: Settings › Camera › Formats › Most Compatible.',
    'Screens cannot play this coding. Export the video as MP4 (H.264).',
  ],
  'media.video_too_long': [
    'The video is too long (at most {maxMinutes} minutes). Cut it and upload it again.',
    'The video is too long. Cut it and upload it again.',
  ],
  'media.document_broken': [
    'This document is broken or cannot be read. Open it on a computer, save it again and upload it.',
  ],
  'media.document_encrypted': [
    'The document has a password and cannot be read. Remove the password, save it and upload it again.',
  ],
  'media.document_too_long': [
    'The document has {pages} pages, too many (at most {maxPages}). Split it and upload the parts.',
    'The document is too long. Split it and upload the parts.',
  ],
  'media.document_wrong_kind': [
    'This file does not fit here. Choose a PDF or DOCX document, or an XLSX or CSV table.',
  ],
  'media.in_use': [
    'The file is used in {uses} places and cannot be deleted. Take it out of those bulletins first.',
    'The file is in use and cannot be deleted. Take it out of those bulletins first.',
  ],
  'media.shown_now': [
    'The file stands in {uses} bulletins that wait for approval or are on screens, so it cannot be replaced. Upload the new file and change those bulletins.',
    'The file stands in bulletins that wait for approval or are on screens, so it cannot be replaced. Upload the new file and change those bulletins.',
  ],
  'media.other_kind': [
    'A file can be replaced by one of its kind only: a picture by a picture, a video by a video, a document by a document.',
  ],
  'media.already_there': [
    'This file is in the library already, as “{name}”. Use that one.',
    'This file is in the library already. Find it by its name and use it.',
  ],
  'file.not_found': [
    'This file is not in the store. Release the bulletin again to make it anew.',
  ],
  'file.damaged': [
    'A file in the store is damaged and was not sent. Restore it from the backup, or release the bulletin again.',
  ],
  'store.full': [
    'The disk is full, so this could not be saved. Free some space and do it again; what is playing is not affected.',
  ],
} as const satisfies Sentences
