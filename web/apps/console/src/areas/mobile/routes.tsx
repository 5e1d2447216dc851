// The engineer's phone page (/m, /m/visits/{number}): built on branch h-mobile.
import type { Area } from '../area.ts';

export const routes = [] as const;

/** Pages under /m have no console around them: their parent is `signedInRoute`, not `shellRoute`. */
export const bareRoutes = [] as const;

export const area: Area = { name: 'mobile' };
