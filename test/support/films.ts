/** Films and documents for tests, made by the libraries of their formats. */
import {
  BufferTarget,
  EncodedPacket,
  EncodedVideoPacketSource,
  Mp4OutputFormat,
  Output,
  WebMOutputFormat,
} from 'mediabunny'

const CONFIGS = {
  avc: {
    codec: 'avc1.42001e',
    description: Buffer.from(
      '0142001effe100086742001eab40501e01000468ce3c80',
      'hex',
    ),
  },
  hevc: { codec: 'hvc1.1.6.L93.B0', description: Buffer.alloc(23) },
  vp9: { codec: 'vp09.00.10.08' },
} as const

/** A film of a codec: true headers, two seconds, a place in its tags. */
export async function film(codec: keyof typeof CONFIGS): Promise<Buffer> {
  const target = new BufferTarget()
  const format =
    codec === 'vp9' ? new WebMOutputFormat() : new Mp4OutputFormat()
  const output = new Output({ format, target })
  const source = new EncodedVideoPacketSource(codec)
  output.addVideoTrack(source, { frameRate: 25 })
  output.setMetadataTags({ comment: 'GPS 13.9833,108.0000' })
  await output.start()
  const decoderConfig = {
    ...CONFIGS[codec],
    codedWidth: 1280,
    codedHeight: 720,
    colorSpace: {},
  }
  for (let frame = 0; frame < 50; frame += 1)
    await source.add(
      new EncodedPacket(
        new Uint8Array(200).fill(frame),
        frame % 25 === 0 ? 'key' : 'delta',
        frame / 25,
        1 / 25,
      ),
      { decoderConfig } as never,
    )
  await output.finalize()
  return Buffer.from(target.buffer ?? new ArrayBuffer(0))
}

/** A PDF of plain pages with one line each, `side` points square. */
export function pdf(pages: number, side = 200): Buffer {
  const bodies = ['<</Type/Catalog/Pages 2 0 R>>', '']
  const kids: string[] = []
  for (let number = 1; number <= pages; number += 1) {
    const text = `BT /F1 18 Tf 20 100 Td (Trang ${number}) Tj ET`
    kids.push(`${bodies.length + 1} 0 R`)
    bodies.push(
      `<</Type/Page/Parent 2 0 R/MediaBox[0 0 ${side} ${side}]/Contents ${bodies.length + 2} 0 R/Resources<</Font<</F1<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>>>`,
      `<</Length ${text.length}>>stream\n${text}\nendstream`,
    )
  }
  bodies[1] = `<</Type/Pages/Kids[${kids.join(' ')}]/Count ${pages}>>`
  let file = '%PDF-1.4\n'
  const places = bodies.map((body, index) => {
    const at = file.length
    file += `${index + 1} 0 obj${body}endobj\n`
    return `${String(at).padStart(10, '0')} 00000 n \n`
  })
  const start = file.length
  file += `xref\n0 ${bodies.length + 1}\n0000000000 65535 f \n${places.join('')}`
  file += `trailer<</Size ${bodies.length + 1}/Root 1 0 R>>\nstartxref\n${start}\n%%EOF`
  return Buffer.from(file, 'latin1')
}
