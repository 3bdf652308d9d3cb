/** What the thread that reads documents is asked, and what it says. */
export type DocumentOrder =
  | { kind: 'inspect'; path: string }
  | { kind: 'pages'; path: string }
  | { kind: 'docx'; path: string }

export type DrawnPage = {
  number: number
  width: number
  height: number
  /** RGBA. */
  pixels: Uint8Array
  text: string
}

export type DocumentAnswer =
  | { kind: 'opened'; pages: number }
  | ({ kind: 'page' } & DrawnPage)
  | { kind: 'docx'; text: string; html: string }
  | { kind: 'failed'; name: string; message: string }
