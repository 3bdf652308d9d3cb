/** CAP 1.2 messages as a weather service would send them. */

export type CapOver = {
  identifier?: string
  sender?: string
  sent?: string
  status?: string
  msgType?: string
  scope?: string
  references?: string
  headline?: string
  instruction?: string
  responseType?: string
  expires?: string
  area?: string
  info?: string
}

export const SENDER = 'kttv@example.vn'

/** The hour of Vietnam with seconds and offset, as the standard writes it. */
export function capTime(instant: number): string {
  const local = new Date(instant + 7 * 3_600_000)
  return `${local.toISOString().slice(0, 19)}+07:00`
}

export function floodAlert(over: CapOver = {}): string {
  const info =
    over.info ??
    `<info>
      <language>vi-VN</language>
      <category>Met</category>
      <event>Lũ</event>
      <responseType>${over.responseType ?? 'Evacuate'}</responseType>
      <urgency>Immediate</urgency>
      <severity>Severe</severity>
      <certainty>Observed</certainty>
      <expires>${over.expires ?? capTime(Date.now() + 3_600_000)}</expires>
      <senderName>Đài Khí tượng Thủy văn</senderName>
      <headline>${over.headline ?? 'Lũ trên sông Ba đang lên nhanh'}</headline>
      <instruction>${over.instruction ?? 'Đi ngay đến nhà văn hóa.'}</instruction>
      <parameter><valueName>VN:disasterRiskLevel</valueName><value>3</value></parameter>
      ${over.area ?? '<area><areaDesc>Xã Ia Sơn</areaDesc></area>'}
    </info>`
  return `<?xml version="1.0" encoding="UTF-8"?>
<alert xmlns="urn:oasis:names:tc:emergency:cap:1.2">
  <identifier>${over.identifier ?? 'KTTV-1'}</identifier>
  <sender>${over.sender ?? SENDER}</sender>
  <sent>${over.sent ?? '2026-10-14T07:00:00+07:00'}</sent>
  <status>${over.status ?? 'Actual'}</status>
  <msgType>${over.msgType ?? 'Alert'}</msgType>
  <scope>${over.scope ?? 'Public'}</scope>
  ${over.references ? `<references>${over.references}</references>` : ''}
  ${info}
</alert>`
}
