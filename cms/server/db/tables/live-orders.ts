/** Tables of urgent notices beyond the notices themselves. */

export type NoticeVersionRow = {
  notice_id: string
  version: number
  issued_at: string
  issued_by: string
  issued_by_id: string
  payload_json: string
  sealed: string
}

export type NoticeOrderRow = {
  id: string
  /** draft | waiting | sent | cancelled */
  state: string
  owner_area_id: string
  title: string
  /** What is asked to be sent, as the API takes it. */
  asked_json: string
  /** Where it came from when no person wrote it: 'cap:<identifier>'. */
  source: string | null
  notice_id: string | null
  created_at: string
  created_by: string
  created_by_id: string
  decided_at: string | null
  decided_by: string | null
}

export type NoticePolicyRow = {
  area_id: string
  /** one | two */
  rule: string
  changed_at: string
  changed_by: string
}

export type LiveOrdersTables = {
  notice_versions: NoticeVersionRow
  notice_orders: NoticeOrderRow
  notice_policies: NoticePolicyRow
}
