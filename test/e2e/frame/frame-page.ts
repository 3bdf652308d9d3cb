/** Bundled into the harness page: hands the frame's functions to the tests. */
import { createScreenView } from '../../../templates/frame/screen-view.js'
import {
  mountSlide,
  type MountedSlide,
} from '../../../templates/frame/mount-slide.js'

const api = {
  mountSlide,
  createScreenView,
  mounted: null as MountedSlide | null,
}
export type FramePage = typeof api

declare global {
  interface Window {
    frame: FramePage
  }
}

window.frame = api
