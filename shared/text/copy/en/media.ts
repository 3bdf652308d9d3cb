import type { Sentences } from '../copy.js'

export const mediaErrors = {
  'media.not_found': [
    'This picture is not in the library. Upload it again or choose another one.',
  ],
  'media.not_an_image': [
    'The file “{name}” is not a picture we can read. Use JPEG, PNG or WebP.',
    'This file is not a picture we can read. Use JPEG, PNG or WebP.',
  ],
  'media.too_many_bytes': [
    'The picture is too heavy (at most {maxBytes}). Make it lighter and upload it again.',
    'The picture is too heavy. Make it lighter and upload it again.',
  ],
  'media.too_many_pixels': [
    'A picture of {width} × {height} pixels is too large. Scale it to at most {maxPixels} pixels and upload it again.',
    'The picture has too many pixels. Scale it down and upload it again.',
  ],
  'media.svg_refused': [
    'An SVG picture can carry scripts, so it is not taken. Export it as PNG and upload that.',
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
