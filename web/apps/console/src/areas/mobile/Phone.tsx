import { api, isProblem, speakAs, take } from '@firstfix/api';
import { languages, useLanguage, useText, type Language } from '@firstfix/i18n';
import { LiveProvider, useLive, type LiveRule } from '@firstfix/live';
import { Banner, IconButton, Menu, toast } from '@firstfix/ui';
import { DesktopIcon, SignOutIcon, UserIcon } from '@firstfix/ui/icons';
import { useQueryClient } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { useEffect, useSyncExternalStore, type ReactNode } from 'react';
import { SignInAgain } from '../../session/SignInAgain.tsx';
import { useSession } from '../../session/session.ts';
import { useTheme, type Theme } from '../../shell/theme.ts';
import { ownCodeQuery } from './data.ts';
import styles from './mobile.module.css';

const rules: LiveRule[] = [
  { type: 'appointment.*', keys: () => [['engineer-day'], ['visit']] },
  { type: 'work-order.*', keys: () => [['engineer-day'], ['work-order'], ['completion']] },
  { type: 'diagnosis.*', keys: () => [['work-order']] },
];

interface PhoneProps {
  title: string;
  /** Stays at the top. */
  head: ReactNode;
  /** Stays at the bottom, where the thumb is. */
  foot?: ReactNode;
  children: ReactNode;
}

/** The frame of the phone's pages: large targets, one column, what matters at the top and the next step at the bottom. */
export function Phone(props: PhoneProps) {
  return (
    <LiveProvider enabled rules={rules}>
      <Frame {...props} />
    </LiveProvider>
  );
}

/** The board is told when a phone falls silent: while its page is open it speaks, whatever the engineer does. */
const speaksEvery = 5 * 60_000;

/** This browser's own name, for as long as it keeps its storage. */
function deviceName(): string {
  try {
    const known = localStorage.getItem('firstfix.device');
    if (known) return known;
    const made = crypto.randomUUID();
    localStorage.setItem('firstfix.device', made);
    return made;
  } catch {
    return 'no-storage';
  }
}

function useSpeaking() {
  const queries = useQueryClient();
  useEffect(() => {
    speakAs(deviceName());
    const speak = () => void queries.fetchQuery({ ...ownCodeQuery, staleTime: 0 }).catch(() => undefined);
    speak();
    const timer = setInterval(speak, speaksEvery);
    return () => {
      clearInterval(timer);
      speakAs(null);
    };
  }, [queries]);
}

function Frame({ title, head, foot, children }: PhoneProps) {
  const t = useText();
  useSpeaking();
  useEffect(() => {
    document.title = `${title} – ${t('common.product')}`;
  }, [title, t]);
  useEffect(() => {
    // On the body, so that dialogs and menus, which live outside the page, have large targets as well.
    document.body.dataset.density = 'touch';
    return () => {
      delete document.body.dataset.density;
    };
  }, []);
  return (
    <div className={styles.phone}>
      <a className={styles.skip} href="#content">
        {t('shell.skip')}
      </a>
      <header className={styles.head}>{head}</header>
      <main id="content" className={styles.content} tabIndex={-1}>
        <Connection />
        {children}
      </main>
      {foot && <footer className={styles.foot}>{foot}</footer>}
      <SignInAgain />
    </div>
  );
}

const listen = (tell: () => void) => {
  addEventListener('online', tell);
  addEventListener('offline', tell);
  return () => {
    removeEventListener('online', tell);
    removeEventListener('offline', tell);
  };
};

/** Without network nobody may think that his work had arrived. */
function Connection() {
  const t = useText();
  const isOnline = useSyncExternalStore(listen, () => navigator.onLine);
  const { state } = useLive();
  if (isOnline && state !== 'down') return null;
  return (
    <Banner kind="warning" isLive title={t('mobile.offline')}>
      {t('mobile.offlineText')}
    </Banner>
  );
}

/** Each language calls itself by its own name, whatever the page speaks. */
const ownNames: Record<Language, string> = { 'zh-CN': '\u7b80\u4f53\u4e2d\u6587', en: 'English' };

export function Me() {
  const t = useText();
  const { language, setLanguage } = useLanguage();
  const [theme, setTheme] = useTheme();
  const session = useSession();
  const router = useRouter();
  const queries = useQueryClient();
  const signOut = async () => {
    try {
      await take(api.DELETE('/api/v1/session'));
    } catch (problem) {
      if (!isProblem(problem) || problem.status !== 401) {
        toast({ kind: 'error', text: t('shell.signOutFailed') });
        return;
      }
    }
    await router.navigate({ to: '/login' });
    queries.clear();
  };
  return (
    <Menu
      label={t('shell.user')}
      placement="bottom end"
      header={
        <>
          <strong>{session.displayName}</strong> <span className={styles.note}>{session.userName}</span>
        </>
      }
      trigger={<IconButton icon={UserIcon} label={t('shell.user')} outlined />}
      groups={[
        {
          id: 'language',
          label: t('shell.language'),
          selection: 'single',
          selected: [language],
          entries: languages.map((one) => ({ id: one, label: ownNames[one], lang: one })),
          onSelect: ([next]) => {
            if (!next) return;
            void setLanguage(next as Language);
            api.PUT('/api/v1/session/language', { body: { language: next } }).catch(() => undefined);
          },
        },
        {
          id: 'theme',
          label: t('shell.theme'),
          selection: 'single',
          selected: [theme],
          entries: (['light', 'dark', 'system'] as const).map((id) => ({ id, label: t(`shell.theme.${id}`) })),
          onSelect: ([next]) => next && setTheme(next as Theme),
        },
        {
          id: 'out',
          entries: [
            { id: 'console', label: t('mobile.console'), icon: DesktopIcon, href: '/work-orders' },
            { id: 'out', label: t('shell.signOut'), icon: SignOutIcon },
          ],
        },
      ]}
      onAction={(id) => {
        if (id === 'out') void signOut();
      }}
    />
  );
}
