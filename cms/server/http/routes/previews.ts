import { previewSlide } from '../../rooms/publishing/preview-slide.js'
import type { Route } from '../accept.js'

export function previewRoutes(
  route: Route,
  deps: Parameters<typeof previewSlide>[0],
): void {
  route('preview', ({ actor, body }) => previewSlide(deps, actor, body))
}
