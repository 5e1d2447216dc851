import { createRouter } from '@tanstack/react-router';
import { areaRoutes, bareRoutes, openRoutes } from './areas/index.ts';
import { queries } from './queries.ts';
import { Failure, Missing } from './shell/Failure.tsx';
import { homeRoute, loginRoute, rootRoute, shellRoute, signedInRoute } from './shell/routes.tsx';

const tree = rootRoute.addChildren([
  loginRoute,
  ...openRoutes,
  signedInRoute.addChildren([...bareRoutes, shellRoute.addChildren([homeRoute, ...areaRoutes])]),
]);

export const router = createRouter({
  routeTree: tree,
  context: { queries },
  defaultPreload: 'intent',
  defaultPreloadStaleTime: 0,
  defaultErrorComponent: Failure,
  defaultNotFoundComponent: Missing,
  scrollRestoration: true,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
