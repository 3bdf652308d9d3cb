import { notifications } from '@mantine/notifications'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { ChangeMedia } from '../../../../shared/contract/api/media.js'
import { call } from '../../api/client.js'
import { LIBRARY_KEY } from '../../api/media-queries.js'
import { useCopy } from '../../ui/language.js'

/** Changes one file and reads the library anew. */
export function useChangeMedia(id: string) {
  const copy = useCopy()
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (body: ChangeMedia) =>
      call('changeMedia', { params: { id }, body }),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: LIBRARY_KEY })
      notifications.show({ message: copy.media.saved })
    },
  })
}
