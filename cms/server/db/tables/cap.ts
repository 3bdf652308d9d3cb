/** Tables of the CAP 1.2 connector. */

export type CapAlertRow = {
  /** sender,identifier,sent */
  key: string
  sender: string
  /** file | push | feed:<id> */
  via: string
  received_at: string
  outcome: string
  reason: string | null
  order_id: string | null
  notice_id: string | null
  /** As it came, for whoever asks later. */
  xml: string
}

export type CapSenderRow = {
  sender: string
  owner_area_id: string
  trusted_at: string
  trusted_by: string
}

export type CapFeedRow = {
  id: string
  name: string
  url: string
  owner_area_id: string
  etag: string | null
  polled_at: string | null
  /** Why the last try failed; null when it did not. */
  trouble: string | null
}

export type CapTables = {
  cap_alerts: CapAlertRow
  cap_senders: CapSenderRow
  cap_feeds: CapFeedRow
}
