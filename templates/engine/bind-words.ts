/*
 * Words that must not be parted at the end of a line are tied with a no-break
 * space: "Ia Sơn", "Kép 2", "7.592 tỷ đồng", "Đảng bộ".
 */
const NBSP = '\u00A0'
/** A line may end after a dash even before a no-break space, but for this. */
const JOINER = '\u2060'
const DASH_THEN_SPACE = /(?<=\u00A0)–(?=\u00A0)/gu

/** First parts of place names of this province; the name follows. */
const PLACE_HEADS =
  'Ia|Ea|Chư|Čư|Plei|Kông|Kon|Đăk|Đắk|Đak|Krông|Ayun|Al|Tơ|Bờ|An|Ya|Lơ|Hà|Gia|Quy|Tây|Phú|Đức'

/** Two syllables that are one word, as readers see them on a banner. */
const COMPOUNDS = [
  ['[Qq]uốc', 'hội|gia|phòng'],
  ['[Hh]ội', 'đồng|trường'],
  ['[Nn]hân', 'dân'],
  ['[Đđ]ại', 'biểu|hội'],
  ['[Nn]hiệm', 'vụ'],
  ['[Cc]ử', 'tri'],
  ['[Bb]ầu', 'cử'],
  ['[Vv]iệt', 'Nam'],
  ['[Tt]rung', 'ương'],
  ['[Cc]hủ', 'tịch|nghĩa'],
  ['[Tt]ổ', 'quốc'],
  ['[Ủủ]y', 'ban|viên'],
  ['[Đđ]oàn', 'kết'],
  ['[Dd]ân', 'chủ|tộc'],
]
  .map(([head, tails]) => `${head}(?= (?:${tails})(?![\\p{L}\\p{M}]))`)
  .join('|')

const PAIRS: readonly RegExp[] = [
  new RegExp(`(?<![\\p{L}\\p{M}])(${PLACE_HEADS}) (?=\\p{Lu})`, 'gu'),
  new RegExp(`(?<![\\p{L}\\p{M}])(${COMPOUNDS}) `, 'gu'),
  /(?<![\p{L}\p{M}])([Đđ]ảng) (?=bộ|ủy|viên)/gu,
  /(?<![\p{L}\p{M}])(UBND|HĐND|MTTQ) (?=xã|tỉnh|phường|thôn)/gu,
  /(?<![\p{L}\p{M}])([Ss]ố|[Cc]ấp|[Tt]hứ|[Kk]hóa|[Nn]ăm|[Tt]háng|[Nn]gày|[Qq]uý|[Đđ]ợt|[Tt]ổ|[Tt]hôn|[Ll]àng|[Kk]hu) (?=\d)/gu,
  /(?<=\p{Ll}) (?=[-–] \p{Lu})/gu,
  /(\d{4}) (?=– ?\d)/gu,
  /(?<=\d\u00A0–) (?=\d)/gu,
  /(?<=^|[-–] )(\p{Lu}\p{Ll}+) (?=\p{Ll}+(?:[ \u00A0][-–]|$))/gu,
  /(\p{Lu}\p{Ll}+) (?=\d{1,2}(?!\d|[./,]\d))/gu,
  /(\d) (?=(tỷ|triệu|nghìn|đồng|ha|km|m²|m³|m|kg|tấn|giờ|phút|USD|%|kV)(?![\p{L}\p{M}]))/gu,
  /(?<=\d\u00A0)(tỷ|triệu|nghìn) (?=(đồng|USD)(?![\p{L}\p{M}]))/gu,
]

/** The text with its unbreakable pairs tied. Its words stay as they are. */
export function bindWords(text: string): string {
  return PAIRS.reduce(
    (bound, pair) =>
      bound.replace(
        pair,
        (_all, head) => (typeof head === 'string' ? head : '') + NBSP,
      ),
    text,
  ).replace(DASH_THEN_SPACE, `$&${JOINER}`)
}
