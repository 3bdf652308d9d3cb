// What an official document says of itself, found by the form that Nghị định
// 30/2020/NĐ-CP gives documents: number, date, issuer, subject, signer.
// Everything found is only a proposal that its author sees and mends.

export type NoticeFields = {
  number?: string
  issuedOn?: string
  issuer?: string
  subject?: string
  signer?: string
  body: string
}

const NUMBER = /^\**\s*Số\s*:?\s*(\d[\p{L}\d/.-]*\/[\p{L}\d&-]+)/iu
const DATE = /ngày\s+(\d{1,2})\s+tháng\s+(\d{1,2})\s+năm\s+(\d{4})/iu
const ISSUER =
  /^(?:ỦY BAN|UỶ BAN|UBND|SỞ|PHÒNG|BAN|HỘI ĐỒNG|CÔNG AN|TRUNG TÂM)/u
const HEAD = /^(?:THÔNG BÁO|CÔNG VĂN|QUYẾT ĐỊNH|GIẤY MỜI|KẾ HOẠCH|BÁO CÁO)$/u
const MOTTO = /CỘNG H[ÒO]A XÃ HỘI CHỦ NGHĨA|Độc lập\s*[-–]\s*Tự do/iu
/** From here on come recipients and signatures. */
const FOOT = /^\**\s*(?:Nơi nhận|TM\.|KT\.|TL\.|Q\.|CHỦ TỊCH|GIÁM ĐỐC|TRƯỞNG)/u

/** Proposals; `body` is what is left between the head and the foot. */
export function noticeFieldsOf(text: string): NoticeFields {
  const lines = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
  const bare = lines.map((line) => line.replaceAll('*', '').trim())
  const find = (fits: (line: string) => boolean): number => bare.findIndex(fits)
  const numberAt = find((line) => NUMBER.test(line))
  const dateAt = find((line) => DATE.test(line))
  const headAt = find((line) => HEAD.test(line))
  const issuerAt = find((line) => ISSUER.test(line))
  const footAt = bare.findIndex(
    (line, at) => at > headAt + 1 && FOOT.test(line),
  )
  const subject = headAt >= 0 ? bare[headAt + 1] : undefined
  const date = DATE.exec(bare[dateAt] ?? '')
  const number = NUMBER.exec(bare[numberAt] ?? '')?.[1]
  const signer = footAt >= 0 ? nameAtEnd(bare.slice(footAt)) : undefined
  const start = headAt >= 0 ? headAt + 2 : 1 + Math.max(numberAt, dateAt)
  const body = lines
    .slice(start, footAt >= 0 ? footAt : undefined)
    .filter((line) => !MOTTO.test(line))
  return {
    ...(number && { number }),
    ...(date && {
      issuedOn: `${date[3]}-${date[2]!.padStart(2, '0')}-${date[1]!.padStart(2, '0')}`,
    }),
    ...(issuerAt >= 0 && { issuer: sentenceCase(bare[issuerAt]!) }),
    ...(subject && {
      subject: subject.replace(/^(?:V\/v|Về việc)\s*:?\s*/iu, ''),
    }),
    ...(signer && { signer }),
    body: body.join('\n'),
  }
}

/** The last line that looks like a person's name. */
function nameAtEnd(lines: readonly string[]): string | undefined {
  return lines.findLast((line) =>
    /^(?:\p{Lu}[\p{Ll}\p{M}'’]*)(?:\s+\p{Lu}[\p{Ll}\p{M}'’]*){1,4}$/u.test(
      line,
    ),
  )
}

/** "ỦY BAN NHÂN DÂN XÃ" → "Ủy ban nhân dân xã": names keep no capitals. */
function sentenceCase(line: string): string {
  if (line !== line.toLocaleUpperCase('vi')) return line
  const low = line.toLocaleLowerCase('vi')
  return low.charAt(0).toLocaleUpperCase('vi') + low.slice(1)
}

/** Without the marks of bold and italics, for fields of plain text. */
export function withoutMarks(text: string): string {
  return text.replace(/\*{1,2}(?=\S)|(?<=\S)\*{1,2}/gu, '')
}
