import { ToastRegion } from '@firstfix/ui';
import { Outlet, useRouter } from '@tanstack/react-router';
import { RouterProvider as LinksInComponents } from 'react-aria-components';

/** Links inside menus, tabs and buttons of the component library go through the router as well. */
export function Root() {
  const router = useRouter();
  return (
    <LinksInComponents navigate={(href) => router.history.push(href)}>
      <Outlet />
      <ToastRegion />
    </LinksInComponents>
  );
}
