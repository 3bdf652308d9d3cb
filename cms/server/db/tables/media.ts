export type MediaTables = {
  media: {
    id: string
    name: string
    /** The file as it came. */
    original_sha256: string
    media_type: string
    /** After the EXIF orientation was applied; 0 without a picture. */
    width: number
    height: number
    bytes: number
    /** Of a video its poster, of a document its first page; '' for none. */
    rendition_1080: string
    rendition_2160: string
    thumbnail: string
    uploaded_at: string
    uploaded_by: string
    kind: string
    state: string
    alt: string
    licence: string
    source: string
    tags_json: string
    /** Folded name, words, tags and text. */
    search: string
    /** Null: from before areas owned media; the whole province's. */
    area_id: string | null
    shared: number
    /** Calendar date, the last day it may be shown. */
    rights_until: string | null
    focus_json: string | null
    crops_json: string | null
    /** Perceptual hash, 16 hex digits. */
    look: string | null
    video_json: string | null
    document_json: string | null
    failure: string | null
    /** Area and content: the same bytes are kept once per area. */
    same_key: string | null
    /** What there is to see, in English. */
    alt_en: string
    /** Who agreed to be shown, and how. */
    consent: string
    /** 'upload' or 'inbox'. */
    origin: string
    /** Since then it is offered no more. */
    retired_at: string | null
  }
  media_pages: {
    media_id: string
    /** From 1. */
    number: number
    width: number
    height: number
    rendition_1080: string
    rendition_2160: string
    thumbnail: string
    text: string
  }
  /** Files that may be served; their bytes are in the file store. */
  files: {
    sha256: string
    media_type: string
    size_bytes: number
    /** When it was last put: clean-up leaves young files alone. */
    kept_at: string
  }
  /** What the inbox folder gave; see rooms/connectors/inbox. */
  inbox_files: {
    id: string
    same_key: string
    sha256: string
    name: string
    area_id: string
    state: string
    media_id: string | null
    bulletin_id: string | null
    reason: string | null
    seen_at: string
    done_at: string | null
  }
  leases: { name: string; holder: string; until: number | string }
}
