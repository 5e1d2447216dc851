import type { LiveRule } from '@firstfix/live';
import type { Hit, HitGroup } from '@firstfix/ui';
import type { Icon } from '@firstfix/ui/icons';
import type { Say } from '@firstfix/i18n';
import type { ComponentType } from 'react';

/** An entry in the left rail. */
export interface NavEntry {
  id: string;
  /** Message key: `cases.nav`. Two to four Chinese characters, one English word. */
  labelKey: string;
  icon: Icon;
  href: string;
  /** Position in the rail; steps of ten leave room. */
  order: number;
  /** Shown only with this right. */
  permission?: string;
  /** Roles that land here after signing in. */
  landingFor?: string[];
  /** Asked once per session for those who do not land here: whether the entry means anything to them. */
  concerns?: () => Promise<boolean>;
}

/** An entry in the "New" menu (Alt+N). */
export interface CreateEntry {
  id: string;
  labelKey: string;
  icon: Icon;
  href: string;
  order: number;
  permission?: string;
}

/** A source for Ctrl+K. It is asked from two characters on and must answer with few and good hits. */
export interface SearchProvider {
  id: string;
  labelKey: string;
  order: number;
  permission?: string;
  find: (text: string, context: { signal: AbortSignal; t: Say }) => Promise<Hit[]>;
}

/** What one part of the product adds to the console. */
export interface Area {
  name: string;
  nav?: NavEntry[];
  create?: CreateEntry[];
  search?: SearchProvider[];
  live?: LiveRule[];
  /** At most one area fills each of these places in the top bar. */
  callBar?: ComponentType;
  bell?: ComponentType;
}

export type { HitGroup };
