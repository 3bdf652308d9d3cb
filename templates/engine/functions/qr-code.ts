import QRCode from 'qrcode'

/**
 * The QR code of an address as an SVG of plain squares, four modules of quiet
 * zone included. Same text, same bytes.
 */
export function drawQrCode(text: string): string {
  const { modules } = QRCode.create(text, { errorCorrectionLevel: 'M' })
  const quiet = 4
  const side = modules.size + quiet * 2
  const runs: string[] = []
  for (let row = 0; row < modules.size; row += 1) {
    let column = 0
    while (column < modules.size) {
      const start = column
      while (column < modules.size && modules.get(row, column)) column += 1
      const length = column - start
      if (length > 0) {
        runs.push(`M${start + quiet} ${row + quiet}h${length}v1h-${length}z`)
      } else {
        column += 1
      }
    }
  }
  return (
    `<svg class="qr-code" data-qr="" viewBox="0 0 ${side} ${side}" ` +
    `shape-rendering="crispEdges" aria-hidden="true">` +
    `<path fill="#fff" d="M0 0h${side}v${side}h-${side}z"/>` +
    `<path fill="#1B1410" d="${runs.join('')}"/></svg>`
  )
}
