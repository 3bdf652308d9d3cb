import { formatDateTime } from '../../../../shared/time/format.js'
import type { AuditLine } from './audit-chain.rules.js'

const COLUMNS = [
  'Số',
  'Lúc (giờ Việt Nam)',
  'Lúc (UTC)',
  'Mã người',
  'Người',
  'Việc',
  'Loại',
  'Mã',
  'Mã địa bàn',
  'Địa bàn',
  'Từ địa chỉ',
  'Phiên hoặc khóa',
  'Chi tiết',
  'Mã băm trước',
  'Mã băm',
]

/** With the mark by which spreadsheets know UTF-8. */
export function auditCsvHead(): string {
  return `\uFEFF${COLUMNS.map(cell).join(',')}\r\n`
}

/** One line; RFC 4180, and no cell that a spreadsheet would calculate. */
export function auditCsvLine(line: AuditLine, areaName: string): string {
  const values = [
    String(line.number),
    formatDateTime(line.at),
    line.at,
    line.actorId,
    line.actorName,
    line.act,
    line.subjectKind,
    line.subjectId,
    line.areaId ?? '',
    areaName,
    line.address ?? '',
    line.via ?? '',
    line.details,
    line.previousHash,
    line.hash,
  ]
  return `${values.map(cell).join(',')}\r\n`
}

function cell(value: string): string {
  // What begins so is a formula to a spreadsheet (OWASP, CSV injection).
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
