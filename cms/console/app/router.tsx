// The addresses of the console. Each page is its own file, fetched when asked.
import {
  createRoute,
  createRouter,
  lazyRouteComponent,
} from '@tanstack/react-router'
import { z } from 'zod'
import { bulletinStateSchema } from '../../../shared/contract/api/bulletins.js'
import { reportBySchema } from '../../../shared/contract/api/reports.js'
import { dateSchema } from '../../../shared/contract/primitives.js'
import { categorySchema } from '../../../shared/contract/template.js'
import { careRoutes } from './care-routes.js'
import { root, textSchema } from './root-route.js'

const home = createRoute({
  getParentRoute: () => root,
  path: '/',
  component: lazyRouteComponent(
    () => import('../features/today/today-page.js'),
    'TodayPage',
  ),
})

const bulletins = createRoute({
  getParentRoute: () => root,
  path: '/ban-tin',
  validateSearch: z.object({
    trangThai: bulletinStateSchema.optional().catch(undefined),
    nhom: categorySchema.optional().catch(undefined),
    tim: textSchema,
  }),
  component: lazyRouteComponent(
    () => import('../features/bulletins/bulletins-page.js'),
    'BulletinsPage',
  ),
})

const bulletin = createRoute({
  getParentRoute: () => root,
  path: '/ban-tin/$id',
  component: lazyRouteComponent(
    () => import('../features/bulletins/bulletin-page.js'),
    'BulletinPage',
  ),
})

const bulletinHistory = createRoute({
  getParentRoute: () => root,
  path: '/ban-tin/$id/lich-su',
  component: lazyRouteComponent(
    () => import('../features/bulletins/history-page.js'),
    'HistoryPage',
  ),
})

const corrections = createRoute({
  getParentRoute: () => root,
  path: '/dinh-chinh',
  component: lazyRouteComponent(
    () => import('../features/corrections/corrections-page.js'),
    'CorrectionsPage',
  ),
})

const newCorrection = createRoute({
  getParentRoute: () => root,
  path: '/dinh-chinh/moi',
  validateSearch: z.object({ tim: textSchema }),
  component: lazyRouteComponent(
    () => import('../features/corrections/propose-page.js'),
    'ProposePage',
  ),
})

const correction = createRoute({
  getParentRoute: () => root,
  path: '/dinh-chinh/$id',
  component: lazyRouteComponent(
    () => import('../features/corrections/correction-page.js'),
    'CorrectionPage',
  ),
})

const approvals = createRoute({
  getParentRoute: () => root,
  path: '/duyet',
  component: lazyRouteComponent(
    () => import('../features/approvals/approvals-page.js'),
    'ApprovalsPage',
  ),
})

const approval = createRoute({
  getParentRoute: () => root,
  path: '/duyet/$id',
  component: lazyRouteComponent(
    () => import('../features/approvals/approval-page.js'),
    'ApprovalPage',
  ),
})

const chooseTemplate = createRoute({
  getParentRoute: () => root,
  path: '/soan/mau',
  component: lazyRouteComponent(
    () => import('../features/compose/choose-template-page.js'),
    'ChooseTemplatePage',
  ),
})

const compose = createRoute({
  getParentRoute: () => root,
  path: '/soan',
  validateSearch: z.object({
    mau: textSchema,
    id: textSchema,
    buoc: z.coerce.number().int().min(1).max(4).optional().catch(undefined),
  }),
  component: lazyRouteComponent(
    () => import('../features/compose/compose-page.js'),
    'ComposePage',
  ),
})

const screens = createRoute({
  getParentRoute: () => root,
  path: '/man-hinh',
  validateSearch: z.object({ tim: textSchema }),
  component: lazyRouteComponent(
    () => import('../features/screens/screens-page.js'),
    'ScreensPage',
  ),
})

const screen = createRoute({
  getParentRoute: () => root,
  path: '/man-hinh/$id',
  validateSearch: z.object({ luc: textSchema }),
  component: lazyRouteComponent(
    () => import('../features/screens/screen-page.js'),
    'ScreenPage',
  ),
})

const reports = createRoute({
  getParentRoute: () => root,
  path: '/bao-cao',
  validateSearch: z.object({
    tu: dateSchema.optional().catch(undefined),
    den: dateSchema.optional().catch(undefined),
    theo: reportBySchema.optional().catch(undefined),
    nhom: categorySchema.optional().catch(undefined),
  }),
  component: lazyRouteComponent(
    () => import('../features/reports/reports-page.js'),
    'ReportsPage',
  ),
})

const pair = createRoute({
  getParentRoute: () => root,
  path: '/ghep',
  validateSearch: z.object({
    // A code of digits alone arrives as a number.
    code: z.coerce.string().max(20).optional().catch(undefined),
  }),
  component: lazyRouteComponent(
    () => import('../features/screens/pair-page.js'),
    'PairPage',
  ),
})

const notices = createRoute({
  getParentRoute: () => root,
  path: '/khan',
  component: lazyRouteComponent(
    () => import('../features/notices/notices-page.js'),
    'NoticesPage',
  ),
})

const notice = createRoute({
  getParentRoute: () => root,
  path: '/khan/$id',
  component: lazyRouteComponent(
    () => import('../features/notices/notice-page.js'),
    'NoticePage',
  ),
})

const realNotice = createRoute({
  getParentRoute: () => root,
  path: '/khan/phat-that',
  component: lazyRouteComponent(
    () => import('../features/notices/compose-notice-page.js'),
    'ComposeRealPage',
  ),
})

const drill = createRoute({
  getParentRoute: () => root,
  path: '/khan/dien-tap',
  component: lazyRouteComponent(
    () => import('../features/notices/compose-notice-page.js'),
    'ComposeDrillPage',
  ),
})

const stopAll = createRoute({
  getParentRoute: () => root,
  path: '/khan/dung-tat-ca',
  component: lazyRouteComponent(
    () => import('../features/notices/stop-all-page.js'),
    'StopAllPage',
  ),
})

const noticeOrder = createRoute({
  getParentRoute: () => root,
  path: '/khan/cho/$id',
  component: lazyRouteComponent(
    () => import('../features/notices/notice-order-page.js'),
    'NoticeOrderPage',
  ),
})

const correctNotice = createRoute({
  getParentRoute: () => root,
  path: '/khan/$id/sua',
  component: lazyRouteComponent(
    () => import('../features/notices/correct-notice-page.js'),
    'CorrectNoticePage',
  ),
})

/** The console's router; links and searches are typed from it everywhere. */
export const router = createRouter({
  routeTree: root.addChildren([
    home,
    bulletins,
    bulletin,
    bulletinHistory,
    corrections,
    newCorrection,
    correction,
    approvals,
    approval,
    chooseTemplate,
    compose,
    screens,
    screen,
    pair,
    reports,
    notices,
    notice,
    realNotice,
    drill,
    stopAll,
    noticeOrder,
    correctNotice,
    ...careRoutes,
  ]),
  scrollRestoration: true,
  defaultPreload: 'intent',
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
