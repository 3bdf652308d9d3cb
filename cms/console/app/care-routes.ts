// Addresses of what is looked after: files, people, areas, the trail, oneself.
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { z } from 'zod'
import { roleSchema } from '../../../shared/contract/api/accounts.js'
import {
  mediaKindSchema,
  rightsStateSchema,
} from '../../../shared/contract/api/media.js'
import { auditSearchSchema } from '../features/audit/audit-search.js'
import { root, textSchema } from './root-route.js'

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
  ),
})

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

/** In no order: the router finds the closest. */
export const careRoutes = [
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
] as const
