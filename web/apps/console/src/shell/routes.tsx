import { isProblem } from '@firstfix/api';
import { createRootRouteWithContext, createRoute, redirect } from '@tanstack/react-router';
import type { QueryClient } from '@tanstack/react-query';
import { lazyFrame } from '../lazyPage.ts';
import { sessionQuery } from '../session/session.ts';
import { Failure, Missing } from './Failure.tsx';
import { Root } from './Root.tsx';

export const rootRoute = createRootRouteWithContext<{ queries: QueryClient }>()({
  component: Root,
  errorComponent: Failure,
  notFoundComponent: Missing,
});

export const loginRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/login',
  validateSearch: (search: Record<string, unknown>): { next?: string } =>
    // Only an address of our own: "//elsewhere" would lead away after signing in.
    typeof search.next === 'string' && /^\/(?![/\\])/.test(search.next) ? { next: search.next } : {},
  component: lazyFrame(() => import('../pages/Login.tsx'), 'Login'),
});

/** Everything that needs somebody signed in. */
export const signedInRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: 'signed-in',
  component: lazyFrame(() => import('../session/SignedIn.tsx'), 'SignedIn'),
  beforeLoad: async ({ context, location }) => {
    try {
      await context.queries.ensureQueryData(sessionQuery);
    } catch (problem) {
      if (!isProblem(problem) || problem.status !== 401) throw problem;
      throw redirect({ to: '/login', search: location.href === '/' ? {} : { next: location.href } });
    }
  },
});

/** Pages inside the console: rail, top bar, tabs. The parent of an area's routes. */
export const shellRoute = createRoute({
  getParentRoute: () => signedInRoute,
  id: 'shell',
  component: lazyFrame(() => import('./Shell.tsx'), 'Shell'),
  errorComponent: Failure,
  notFoundComponent: Missing,
});

export const homeRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/',
  component: lazyFrame(() => import('../pages/Home.tsx'), 'Home'),
});
