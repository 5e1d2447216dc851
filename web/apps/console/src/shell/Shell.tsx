import { LiveProvider, useLive } from '@firstfix/live';
import { useText } from '@firstfix/i18n';
import { Banner, classes, IconButton, toast, useShortcut, ShortcutHelp } from '@firstfix/ui';
import { ChevronLeftIcon, ChevronRightIcon, CloseIcon, PanelIcon } from '@firstfix/ui/icons';
import { Outlet, useRouterState } from '@tanstack/react-router';
import { useCallback, useEffect, useMemo, useState, type KeyboardEvent, type PointerEvent } from 'react';
import { Link } from 'react-aria-components';
import { areas } from '../areas/index.ts';
import { lazyDialog } from '../lazyDialog.tsx';
import { useSession } from '../session/session.ts';
import { ContextPlaceContext } from './context.tsx';
import { useNavEntries } from './entries.ts';
import { useRemembered } from './remembered.ts';
import { TopBar } from './TopBar.tsx';
import { TabRow } from './TabRow.tsx';
import { openTabsOf } from './workTabs.ts';
import styles from './shell.module.css';

// Nobody needs it on arrival; it is there long before a session can end.
const SignInAgain = lazyDialog(async () => (await import('../session/SignInAgain.tsx')).SignInAgain);
const rules = areas.flatMap((area) => area.live ?? []);

export function Shell() {
  return (
    <LiveProvider enabled rules={rules}>
      <Frame />
    </LiveProvider>
  );
}

function Frame() {
  const t = useText();
  const session = useSession();
  const [help, setHelp] = useState(false);
  const [isWide, setWide] = useRemembered<boolean>('rail', false);
  const [isOpen, setOpen] = useRemembered<boolean>('context', true);
  const [width, setWidth] = useRemembered<number>('context-width', 360);
  const [host, setHost] = useState<HTMLElement | null>(null);
  const [panel, setPanel] = useState<string | null>(null);

  const group = t('shell.keys.general');
  useShortcut('?', t('ui.shortcuts.title'), group, () => setHelp(true));

  useEffect(() => {
    openTabsOf(session.userId, () => toast({ text: t('shell.tabs.full') }));
  }, [session.userId, t]);

  const enter = useCallback((label: string) => {
    setPanel(label);
    return () => setPanel((now) => (now === label ? null : now));
  }, []);
  const place = useMemo(() => ({ host, enter }), [host, enter]);

  return (
    <ContextPlaceContext value={place}>
      <div className={styles.shell} data-rail={isWide ? 'wide' : 'narrow'}>
        <a className={styles.skip} href="#content">
          {t('shell.skip')}
        </a>
        <TopBar onHelp={() => setHelp(true)} />
        <Rail isWide={isWide} onWide={setWide} />
        <div className={styles.middle}>
          <TabRow>
            {panel && <IconButton icon={PanelIcon} label={t(isOpen ? 'shell.context.hide' : 'shell.context.show')} isOn={isOpen} onPress={() => setOpen(!isOpen)} />}
          </TabRow>
          <LiveBanner />
          <main id="content" className={styles.content} tabIndex={-1}>
            <Outlet />
          </main>
        </div>
        {panel && isOpen && (
          <aside className={styles.context} style={{ width }} aria-label={panel}>
            <Grip label={t('shell.context.resize')} width={width} onWidth={setWidth} />
            <div className={styles.contextHead}>
              <h2>{panel}</h2>
              <IconButton icon={CloseIcon} label={t('shell.context.hide')} onPress={() => setOpen(false)} />
            </div>
            <div ref={setHost} className={styles.contextBody} />
          </aside>
        )}
      </div>
      <ShortcutHelp isOpen={help} onClose={() => setHelp(false)} />
      <SignInAgain />
    </ContextPlaceContext>
  );
}

function Rail({ isWide, onWide }: { isWide: boolean; onWide: (isWide: boolean) => void }) {
  const t = useText();
  const entries = useNavEntries();
  const path = useRouterState({ select: (state) => state.location.pathname });
  // The longest fitting address is the place: /admin/ui is not /admin.
  const here = entries
    .filter((entry) => {
      const to = entry.href.split('?')[0] ?? entry.href;
      return path === to || path.startsWith(`${to}/`);
    })
    .sort((a, b) => b.href.length - a.href.length)[0];
  return (
    <nav className={styles.rail} aria-label={t('shell.navigation')}>
      <ul className={styles.railList}>
        {entries.map((entry) => {
          const Sign = entry.icon;
          return (
            <li key={entry.id}>
              <Link href={entry.href} className={classes(styles.railLink, entry === here && styles.railHere)} aria-current={entry === here ? 'page' : undefined}>
                <Sign size={18} />
                <span data-words={t(entry.labelKey)}>{t(entry.labelKey)}</span>
              </Link>
            </li>
          );
        })}
      </ul>
      <IconButton
        icon={isWide ? ChevronLeftIcon : ChevronRightIcon}
        label={t(isWide ? 'shell.rail.narrow' : 'shell.rail.wide')}
        className={styles.railTurn}
        onPress={() => onWide(!isWide)}
      />
    </nav>
  );
}

const patience = 10_000;

/** A short gap is nobody's business; after ten seconds people must know that what they see may be old. */
function LiveBanner() {
  const t = useText();
  const { state, since } = useLive();
  const [late, setLate] = useState(false);
  useEffect(() => {
    if (state !== 'down' && state !== 'connecting') {
      setLate(false);
      return undefined;
    }
    const timer = setTimeout(() => setLate(true), Math.max(0, since + patience - Date.now()));
    return () => clearTimeout(timer);
  }, [state, since]);
  if (!late) return null;
  return (
    <div className={styles.liveBanner}>
      <Banner kind="warning" isLive title={t('shell.live.paused')}>
        {t('shell.live.pausedText')}
      </Banner>
    </div>
  );
}

const narrowest = 260;
const widest = 640;

function Grip({ label, width, onWidth }: { label: string; width: number; onWidth: (width: number) => void }) {
  const set = (next: number) => onWidth(Math.round(Math.min(widest, Math.max(narrowest, next))));
  const drag = (event: PointerEvent<HTMLDivElement>) => {
    const from = event.clientX;
    const element = event.currentTarget;
    element.setPointerCapture(event.pointerId);
    const move = (next: globalThis.PointerEvent) => set(width + from - next.clientX);
    element.addEventListener('pointermove', move);
    element.addEventListener('lostpointercapture', () => element.removeEventListener('pointermove', move), { once: true });
  };
  const key = (event: KeyboardEvent) => {
    if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return;
    event.preventDefault();
    set(width + (event.key === 'ArrowLeft' ? 24 : -24));
  };
  return (
    <div
      className={styles.grip}
      role="separator"
      aria-orientation="vertical"
      aria-label={label}
      aria-valuenow={width}
      aria-valuemin={narrowest}
      aria-valuemax={widest}
      tabIndex={0}
      onPointerDown={drag}
      onKeyDown={key}
    />
  );
}
