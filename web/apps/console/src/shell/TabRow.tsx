import { useText } from '@firstfix/i18n';
import { Button, classes, Menu, useShortcut } from '@firstfix/ui';
import { ChevronDownIcon, CloseIcon } from '@firstfix/ui/icons';
import { useRouter, useRouterState } from '@tanstack/react-router';
import { useLayoutEffect, useRef, useState, type ReactNode } from 'react';
import { Link } from 'react-aria-components';
import { closeTab, useWorkTabs, type WorkTab } from './workTabs.ts';
import styles from './shell.module.css';

const tabWidth = 172;

/** The records somebody works on, under the top bar. What does not fit goes into a menu, nothing is closed for him. */
export function TabRow({ children }: { children: ReactNode }) {
  const t = useText();
  const tabs = useWorkTabs();
  const router = useRouter();
  const path = useRouterState({ select: (state) => state.location.pathname });
  const row = useRef<HTMLDivElement>(null);
  const [room, setRoom] = useState(tabs.length);

  const hasTabs = tabs.length > 0;

  useLayoutEffect(() => {
    const element = row.current;
    if (!element) return undefined;
    const measure = new ResizeObserver(() => setRoom(Math.max(1, Math.floor((element.clientWidth - 96) / tabWidth))));
    measure.observe(element);
    return () => measure.disconnect();
  }, [hasTabs]);

  const here = tabs.findIndex((tab) => isAt(path, tab));
  const visible = tabs.slice(0, room);
  // The tab that is looked at is never hidden in the menu.
  if (here >= room && tabs[here]) visible[room - 1] = tabs[here];
  const hidden = tabs.filter((tab) => !visible.includes(tab));

  const close = (tab: WorkTab) => {
    const next = closeTab(tab.href);
    if (isAt(path, tab)) router.history.push(next ?? '/');
  };

  return (
    <>
      {tabs.slice(0, 9).map((tab, position) => (
        <TabKey key={tab.href} number={position + 1} onPress={() => router.history.push(tab.href)} />
      ))}
      {(tabs.length > 0 || children) && (
        <div className={styles.tabRow} ref={row}>
          {tabs.length > 0 && (
            <nav aria-label={t('shell.tabs')} className={styles.tabNav}>
              <ul className={styles.tabList}>
                {visible.map((tab) => (
                  <li key={tab.href} className={classes(styles.tab, isAt(path, tab) && styles.tabHere)}>
                    <Link href={tab.href} className={styles.tabLink} aria-current={isAt(path, tab) ? 'page' : undefined}>
                      <span className={styles.tabTitle}>{tab.title}</span>
                      {tab.mark && (
                        <span className={styles.tabMark} data-mark={tab.mark}>
                          <span className="visually-hidden">{t(`shell.tabs.${tab.mark}`)}</span>
                        </span>
                      )}
                    </Link>
                    <button type="button" className={styles.tabClose} aria-label={t('shell.tabs.close', { title: tab.title })} onClick={() => close(tab)}>
                      <CloseIcon size={12} />
                    </button>
                  </li>
                ))}
              </ul>
              {hidden.length > 0 && (
                <Menu
                  label={t('shell.tabs.more', { count: hidden.length })}
                  entries={hidden.map((tab) => ({ id: tab.href, label: tab.title, href: tab.href }))}
                  trigger={
                    <Button kind="quiet" icon={ChevronDownIcon}>
                      {t('shell.tabs.more', { count: hidden.length })}
                    </Button>
                  }
                />
              )}
            </nav>
          )}
          <span className={styles.space} />
          {children}
        </div>
      )}
    </>
  );
}

function TabKey({ number, onPress }: { number: number; onPress: () => void }) {
  const t = useText();
  useShortcut(`Alt+${number}`, t('shell.tabs.key', { number }), t('shell.keys.tabs'), onPress);
  return null;
}

function isAt(path: string, tab: WorkTab) {
  const to = tab.href.split('?')[0] ?? tab.href;
  return path === to || path.startsWith(`${to}/`);
}
