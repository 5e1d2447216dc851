import type { Area } from './area.ts';
import * as asset from './asset/routes.tsx';
import * as cases from './cases/routes.tsx';
import * as contract from './contract/routes.tsx';
import * as customer from './customer/routes.tsx';
import * as diagnosis from './diagnosis/routes.tsx';
import * as dispatch from './dispatch/routes.tsx';
import * as exam from './exam/routes.tsx';
import * as gallery from './gallery/routes.tsx';
import * as integration from './integration/routes.tsx';
import * as knowledge from './knowledge/routes.tsx';
import * as mobile from './mobile/routes.tsx';
import * as notification from './notification/routes.tsx';
import * as organization from './organization/routes.tsx';
import * as reminder from './reminder/routes.tsx';
import * as sla from './sla/routes.tsx';
import * as workorder from './workorder/routes.tsx';

/*
 * One line per area, here and in the lists below; everything else an area adds lives in its own folder.
 * The routes are spread one by one and not in a loop, because a loop would lose their types.
 */
export const areaRoutes = [
  ...organization.routes,
  ...customer.routes,
  ...asset.routes,
  ...contract.routes,
  ...sla.routes,
  ...reminder.routes,
  ...cases.routes,
  ...diagnosis.routes,
  ...workorder.routes,
  ...knowledge.routes,
  ...dispatch.routes,
  ...exam.routes,
  ...notification.routes,
  ...integration.routes,
  ...mobile.routes,
  ...gallery.routes,
] as const;

/** Pages without the console around them. */
export const bareRoutes = [...mobile.bareRoutes, ...exam.bareRoutes] as const;

/** Pages for people who have no account. */
export const openRoutes = [...sla.openRoutes, ...knowledge.openRoutes] as const;

export const areas: readonly Area[] = [
  organization.area,
  customer.area,
  asset.area,
  contract.area,
  sla.area,
  reminder.area,
  cases.area,
  diagnosis.area,
  workorder.area,
  knowledge.area,
  dispatch.area,
  exam.area,
  notification.area,
  integration.area,
  mobile.area,
  gallery.area,
];
