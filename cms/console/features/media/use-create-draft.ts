import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import type { Basis } from '../../../../shared/contract/api/bulletins.js'
import { call } from '../../api/client.js'
import { areasWhere, useMe } from '../../ui/me.js'

export type DraftOrder = {
  templateId: string
  title: string
  fields: Record<string, unknown>
  basis?: Basis | undefined
}

/** Makes one draft, whole or not at all, and opens it. */
export function useCreateDraft() {
  const queries = useQueryClient()
  const go = useNavigate()
  const [ownerAreaId] = areasWhere(useMe(), 'author', 'approver')
  const create = useMutation({
    mutationFn: ({ templateId, title, fields, basis }: DraftOrder) =>
      call('createBulletin', {
        body: {
          ownerAreaId: ownerAreaId ?? '',
          templateId,
          title: title.slice(0, 200),
          fields: { vi: fields },
          audience: { areaIds: [], screenIds: [] },
          schedule: {},
          priority: 'normal',
          weight: 1,
          ...(basis && { basis }),
        },
      }),
    onSuccess: async ({ id }) => {
      await queries.invalidateQueries({ queryKey: ['bulletins'] })
      await go({ to: '/soan', search: { id } })
    },
  })
  return { create, mayWrite: ownerAreaId !== undefined }
}
