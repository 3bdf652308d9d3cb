// Choosing a template by its picture: the real slide of its sample.
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import type { TemplateView } from '../../../../shared/contract/template.js'
import { call } from '../../api/client.js'
import { templatesQuery } from '../../api/queries.js'
import { useCopy, useWords } from '../../ui/language.js'
import { PageTop } from '../../ui/page.js'
import { SlideView } from '../../ui/slide-view.js'
import { EmptyState, FailedState, LoadingRows } from '../../ui/states.js'

export function ChooseTemplatePage() {
  const copy = useCopy()
  const templates = useQuery(templatesQuery)
  const usable = templates.data?.filter((one) => one.use === 'bulletin') ?? []
  return (
    <>
      <PageTop
        title={copy.compose.chooseTitle}
        crumb={{ to: '/ban-tin', label: copy.bulletins.title }}
      />
      <div className="page-body">
        <p className="lead">{copy.compose.chooseLead}</p>
        {templates.isPending && <LoadingRows rows={3} height={240} />}
        {templates.isError && (
          <FailedState
            error={templates.error}
            retry={() => void templates.refetch()}
          />
        )}
        {templates.isSuccess && usable.length === 0 && (
          <EmptyState icon="bulletin" title={copy.compose.noTemplates} />
        )}
        <ul className="template-grid">
          {usable.map((template) => (
            <TemplateCard key={template.id} template={template} />
          ))}
        </ul>
      </div>
    </>
  )
}

function TemplateCard({ template }: { template: TemplateView }) {
  const { copy, language } = useWords()
  return (
    <li className="card template-card">
      <TemplatePicture template={template} />
      <div className="pad">
        <p className="category-word" data-category={template.category}>
          {copy.shell.categories[template.category]}
        </p>
        <h2>
          <Link to="/soan" search={{ mau: template.id }}>
            {template.name[language]}
          </Link>
        </h2>
        <p className="muted">{template.summary[language]}</p>
      </div>
    </li>
  )
}

/** Drawn only when it comes into view: pictures cost. */
function TemplatePicture({ template }: { template: TemplateView }) {
  const { copy, language } = useWords()
  const holder = useRef<HTMLDivElement>(null)
  const [near, setNear] = useState(false)
  useEffect(() => {
    if (!holder.current) return
    const watch = new IntersectionObserver(
      ([entry]) => entry?.isIntersecting && setNear(true),
      { rootMargin: '200px' },
    )
    watch.observe(holder.current)
    return () => watch.disconnect()
  }, [])
  const drawn = useQuery({
    queryKey: ['sample', template.id, template.version],
    enabled: near,
    staleTime: Infinity,
    queryFn: ({ signal }) =>
      call('preview', {
        signal,
        body: {
          templateId: template.id,
          fields: template.sample,
          language: 'vi',
        },
      }),
  })
  return (
    <div ref={holder} className="template-picture">
      {drawn.data ? (
        <SlideView
          {...drawn.data}
          frame={template.frame}
          orientation="landscape"
          title={copy.shell.slideOf(template.name[language])}
        />
      ) : (
        <div className="picture-wait" />
      )}
    </div>
  )
}
