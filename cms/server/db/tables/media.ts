export type MediaTables = {
  media: {
    id: string
    name: string
    /** The file as it came. */
    original_sha256: string
    media_type: string
    /** After the EXIF orientation was applied. */
    width: number
    height: number
    bytes: number
    rendition_1080: string
    rendition_2160: string
    thumbnail: string
    uploaded_at: string
    uploaded_by: string
  }
  /** Files that may be served; their bytes are in the file store. */
  files: {
    sha256: string
    media_type: string
    size_bytes: number
    /** When it was last put: clean-up leaves young files alone. */
    kept_at: string
  }
}
