import { areaWords } from '@firstfix/i18n';
import { lazyRouteComponent } from '@tanstack/react-router';

/**
 * A page in its own chunk, loaded when it is visited or its link is pointed at. The loader's type is kept open on
 * purpose: pages use the router's types and the router's types must not wait for the pages'.
 */
export function lazyPage(load: () => Promise<object>, name: string) {
  return lazyFrame(async () => (await Promise.all([load(), areaWords()]))[0], name);
}

/** What stands before any area does: sign-in and the frame itself need no words of areas. */
export function lazyFrame(load: () => Promise<object>, name: string) {
  return lazyRouteComponent(load as () => Promise<Record<string, React.ComponentType>>, name);
}
