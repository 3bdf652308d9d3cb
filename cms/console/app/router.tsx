// The addresses of the console. Each page is its own file, fetched when asked.
import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
} from '@tanstack/react-router'
import { z } from 'zod'
import { roleSchema } from '../../../shared/contract/api/accounts.js'
import { bulletinStateSchema } from '../../../shared/contract/api/bulletins.js'
import {
  mediaKindSchema,
  rightsStateSchema,
} from '../../../shared/contract/api/media.js'
import { reportBySchema } from '../../../shared/contract/api/reports.js'
import { dateSchema } from '../../../shared/contract/primitives.js'
import { categorySchema } from '../../../shared/contract/template.js'
import { auditSearchSchema } from '../features/audit/audit-search.js'
import { MissingPage, BrokenPage } from './missing-page.js'
import { Shell } from './shell.js'

// A word in the address that fits nothing is left out, never an error page.
const textSchema = z.string().max(200).optional().catch(undefined)

const root = createRootRoute({
  component: Shell,
  notFoundComponent: MissingPage,
  errorComponent: BrokenPage,
})

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

const account = createRoute({
  getParentRoute: () => root,
  path: '/tai-khoan',
  component: lazyRouteComponent(
    () => import('../features/account/account-page.js'),
    'AccountPage',
  ),
})

const library = createRoute({
  getParentRoute: () => root,
  path: '/kho',
  validateSearch: z.object({
    tim: textSchema,
    loai: mediaKindSchema.optional().catch(undefined),
    noi: textSchema,
    quyen: rightsStateSchema.optional().catch(undefined),
    rieng: z.enum(['inbox', 'retired']).optional().catch(undefined),
  }),
  component: lazyRouteComponent(
    () => import('../features/media/media-page.js'),
    'MediaPage',
  ),
})

const libraryItem = createRoute({
  getParentRoute: () => root,
  path: '/kho/$id',
  component: lazyRouteComponent(
    () => import('../features/media/media-item-page.js'),
    'MediaItemPage',
  ),
})

const fromDocument = createRoute({
  getParentRoute: () => root,
  path: '/kho/$id/soan',
  component: lazyRouteComponent(
    () => import('../features/media/from-document-page.js'),
    'FromDocumentPage',
  ),
})

const people = createRoute({
  getParentRoute: () => root,
  path: '/nguoi-dung',
  validateSearch: z.object({
    tim: textSchema,
    vaiTro: roleSchema.optional().catch(undefined),
    tinhTrang: z.enum(['active', 'frozen']).optional().catch(undefined),
  }),
  component: lazyRouteComponent(
    () => import('../features/people/people-page.js'),
    'PeoplePage',
  ),
})

const newPerson = createRoute({
  getParentRoute: () => root,
  path: '/nguoi-dung/moi',
  component: lazyRouteComponent(
    () => import('../features/people/new-person-page.js'),
    'NewPersonPage',
  ),
})

const person = createRoute({
  getParentRoute: () => root,
  path: '/nguoi-dung/$id',
  component: lazyRouteComponent(
    () => import('../features/people/person-page.js'),
    'PersonPage',
  ),
})

const audit = createRoute({
  getParentRoute: () => root,
  path: '/nhat-ky',
  validateSearch: auditSearchSchema,
  component: lazyRouteComponent(
    () => import('../features/audit/audit-page.js'),
    'AuditPage',
const areas = createRoute({
  getParentRoute: () => root,
  path: '/dia-ban',
  validateSearch: z.object({ tim: textSchema }),
  component: lazyRouteComponent(
    () => import('../features/places/areas-page.js'),
    'AreasPage',
  ),
})

const area = createRoute({
  getParentRoute: () => root,
  path: '/dia-ban/$id',
  component: lazyRouteComponent(
    () => import('../features/places/area-page.js'),
    'AreaPage',
  ),
})

const importAreas = createRoute({
  getParentRoute: () => root,
  path: '/dia-ban/nhap',
  component: lazyRouteComponent(
    () => import('../features/places/import-page.js'),
    'ImportPage',
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
    account,
    library,
    libraryItem,
    fromDocument,
    people,
    newPerson,
    person,
    audit,
    areas,
    area,
    importAreas,
  ]),
  scrollRestoration: true,
  defaultPreload: 'intent',
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
