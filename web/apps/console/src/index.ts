// What an area may use of the console.
export type { Area, CreateEntry, NavEntry, SearchProvider } from './areas/area.ts';
export { AppLink } from './shell/AppLink.tsx';
export { ContextPanel } from './shell/context.tsx';
export { lazyPage } from './lazyPage.ts';
export { Page } from './shell/Page.tsx';
export { shellRoute, signedInRoute } from './shell/routes.tsx';
export { useCan, useSession } from './session/session.ts';
export { useRemembered } from './shell/remembered.ts';
export { useWorkTab } from './shell/workTabs.ts';
export { ExportMenu, type ExportMenuProps } from './areas/integration/ExportMenu.tsx';
