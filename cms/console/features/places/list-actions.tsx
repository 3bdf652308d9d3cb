// The list as a file, out and in.
import { useMutation } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { call } from '../../api/client.js'
import { download } from '../../api/download.js'
import { useCopy } from '../../ui/language.js'
import { sentenceOf } from '../../ui/states.js'

export function ListActions({ mayImport }: { mayImport: boolean }) {
  const copy = useCopy()
  const words = copy.places
  const save = useMutation({
    mutationFn: async (format: 'xlsx' | 'csv') =>
      download(await call('exportAreas', { query: { format } })),
  })
  return (
    <>
      <button type="button" className="btn" onClick={() => save.mutate('xlsx')}>
        {words.exportXlsx}
      </button>
      <button type="button" className="btn" onClick={() => save.mutate('csv')}>
        {words.exportCsv}
      </button>
      {mayImport && (
        <Link className="btn btn-primary" to="/dia-ban/nhap">
          {words.imports}
        </Link>
      )}
      {save.isError && (
        <p className="note note-bad" role="alert">
          {sentenceOf(save.error, copy)}
        </p>
      )}
    </>
  )
}
