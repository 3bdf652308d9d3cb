import { gzipSync } from 'node:zlib'

const BLOCK = 512

/** A gzipped tar (POSIX ustar) of small files; `at` in ms. */
export function tarGz(
  files: readonly { name: string; bytes: Uint8Array }[],
  at: number,
): Buffer {
  const parts = files.flatMap(({ name, bytes }) => [
    header(name, bytes.length, at),
    bytes,
    Buffer.alloc((BLOCK - (bytes.length % BLOCK)) % BLOCK),
  ])
  return gzipSync(Buffer.concat([...parts, Buffer.alloc(2 * BLOCK)]))
}

function header(name: string, size: number, at: number): Buffer {
  const block = Buffer.alloc(BLOCK)
  const octal = (value: number, digits: number) =>
    `${value.toString(8).padStart(digits, '0')}\0`
  block.write(name, 0, 100, 'utf8')
  block.write(octal(0o600, 7), 100)
  block.write(octal(0, 7), 108)
  block.write(octal(0, 7), 116)
  block.write(octal(size, 11), 124)
  block.write(octal(Math.floor(at / 1000), 11), 136)
  block.write(' '.repeat(8), 148)
  block.write('0', 156)
  block.write('ustar\0' + '00', 257)
  const sum = block.reduce((total, byte) => total + byte, 0)
  block.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148)
  return block
}
