import { z } from 'zod'
import {
  capFeedInputSchema,
  capFeedListSchema,
  capRecordListSchema,
  capResultSchema,
  capSenderListSchema,
  capSenderSchema,
  takeCapSchema,
} from '../api/cap.js'
import { idSchema } from '../primitives.js'
import type { Endpoint } from './endpoint.js'

export const capEndpoints = {
  takeCapAlert: {
    method: 'POST',
    path: '/cap/alerts',
    access: 'signed-in',
    summary: 'Take a CAP 1.2 message: a draft, or from a trusted sender more',
    query: z.object({ ownerAreaId: idSchema.optional() }),
    body: takeCapSchema,
    output: capResultSchema,
    errors: ['cap.malformed', 'area.not_found'],
  },
  listCapAlerts: {
    method: 'GET',
    path: '/cap/alerts',
    access: 'signed-in',
    summary: 'CAP messages that came, and what became of each',
    output: capRecordListSchema,
    errors: [],
  },
  listCapSenders: {
    method: 'GET',
    path: '/cap/senders',
    access: 'signed-in',
    summary: 'Senders whose alerts go straight to the glass',
    output: capSenderListSchema,
    errors: [],
  },
  trustCapSender: {
    method: 'POST',
    path: '/cap/senders',
    access: 'signed-in',
    summary: 'Let the alerts of a sender go straight to the glass',
    body: capSenderSchema,
    output: capSenderListSchema,
    errors: ['area.not_found'],
  },
  distrustCapSender: {
    method: 'POST',
    path: '/cap/senders/distrust',
    access: 'signed-in',
    summary: 'From now on the alerts of a sender are drafts',
    body: capSenderSchema.pick({ sender: true }),
    output: capSenderListSchema,
    errors: [],
  },
  listCapFeeds: {
    method: 'GET',
    path: '/cap/feeds',
    access: 'signed-in',
    summary: 'Addresses that are asked for alerts every minute',
    output: capFeedListSchema,
    errors: [],
  },
  addCapFeed: {
    method: 'POST',
    path: '/cap/feeds',
    access: 'signed-in',
    summary: 'Ask an address for alerts every minute',
    body: capFeedInputSchema,
    output: capFeedListSchema,
    errors: ['area.not_found'],
  },
  removeCapFeed: {
    method: 'DELETE',
    path: '/cap/feeds/:id',
    access: 'signed-in',
    summary: 'Ask an address no more',
    output: capFeedListSchema,
    errors: ['cap.feed_not_found'],
  },
} as const satisfies Record<string, Endpoint>
