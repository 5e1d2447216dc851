import { api, isProblem, take } from '@firstfix/api';
import { languages, useLanguage, useText, type Language } from '@firstfix/i18n';
import { useLive } from '@firstfix/live';
import { Avatar, Button, CommandPalette, IconButton, Menu, toast, Tooltip, useShortcut, type Hit, type HitGroup } from '@firstfix/ui';
import { GlobeIcon, KeyboardIcon, MoonIcon, PlusIcon, ScreenIcon, SearchIcon, SignOutIcon, SunIcon } from '@firstfix/ui/icons';
import { useQueryClient } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { useCallback, useState } from 'react';
import { Button as PlainButton, Link } from 'react-aria-components';
import { areas } from '../areas/index.ts';
import { useCan, useSession } from '../session/session.ts';
import { useCreateEntries, useNavEntries } from './entries.ts';
import { Mark } from './Mark.tsx';
import { useTheme, type Theme } from './theme.ts';
import styles from './shell.module.css';

const CallBar = areas.find((area) => area.callBar)?.callBar;
const Bell = areas.find((area) => area.bell)?.bell;
/** Each language calls itself by its own name, whatever the page speaks. */
const ownNames: Record<Language, string> = { 'zh-CN': '\u7b80\u4f53\u4e2d\u6587', en: 'English' };

export function TopBar({ onHelp }: { onHelp: () => void }) {
  const t = useText();
  return (
    <header className={styles.top}>
      <Link href="/" className={styles.brand} aria-label={t('shell.home')}>
        <Mark />
        <span className={styles.brandName}>{t('common.product')}</span>
      </Link>
      <Search onHelp={onHelp} />
      <New />
      <span className={styles.space} />
      {CallBar && <CallBar />}
      <LiveDot />
      {Bell && <Bell />}
      <LanguageMenu />
      <ThemeMenu />
      <UserMenu onHelp={onHelp} />
    </header>
  );
}

function Search({ onHelp }: { onHelp: () => void }) {
  const t = useText();
  const can = useCan();
  const router = useRouter();
  const entries = useNavEntries();
  const create = useCreateEntries();
  const [isOpen, setOpen] = useState(false);
  useShortcut('Ctrl+K', t('shell.search'), t('shell.keys.general'), () => setOpen(true));

  const search = useCallback(
    async (text: string, signal: AbortSignal): Promise<HitGroup[]> => {
      const commands: Hit[] = [
        ...create.map((entry) => ({ id: `new-${entry.id}`, label: t('shell.newOf', { what: t(entry.labelKey) }), icon: entry.icon, href: entry.href })),
        ...entries.map((entry) => ({ id: `go-${entry.id}`, label: t(entry.labelKey), icon: entry.icon, href: entry.href })),
        { id: 'help', label: t('ui.shortcuts.title'), icon: KeyboardIcon, keys: '?', run: onHelp },
      ].filter((hit) => hit.label.toLowerCase().includes(text.toLowerCase()));
      const groups: HitGroup[] = [];
      if (text.length >= 2) {
        const providers = areas
          .flatMap((area) => area.search ?? [])
          .filter((provider) => !provider.permission || can(provider.permission))
          .sort((a, b) => a.order - b.order);
        // One slow or broken source must not hide the others.
        const found = await Promise.all(providers.map((provider) => provider.find(text, { signal, t }).catch(() => [])));
        for (const [position, provider] of providers.entries()) {
          groups.push({ id: provider.id, label: t(provider.labelKey), hits: (found[position] ?? []).map((hit) => ({ ...hit, id: `${provider.id}-${hit.id}` })) });
        }
      }
      groups.push({ id: 'commands', label: t('shell.commands'), hits: commands });
      return groups;
    },
    [t, can, create, entries, onHelp],
  );

  return (
    <>
      <PlainButton className={styles.search} onPress={() => setOpen(true)}>
        <SearchIcon />
        <span className={styles.searchWords}>{t('shell.searchHint')}</span>
        <kbd aria-hidden="true">Ctrl K</kbd>
      </PlainButton>
      <CommandPalette
        isOpen={isOpen}
        onClose={() => setOpen(false)}
        search={search}
        onOpen={(hit) => {
          if (hit.href) router.history.push(hit.href);
          else hit.run?.();
        }}
      />
    </>
  );
}

function New() {
  const t = useText();
  const router = useRouter();
  const create = useCreateEntries();
  const [isOpen, setOpen] = useState(false);
  useShortcut(create.length > 0 ? 'Alt+N' : null, t('shell.new'), t('shell.keys.general'), () => {
    // With a single choice there is nothing to choose.
    if (create.length === 1 && create[0]) router.history.push(create[0].href);
    else setOpen(true);
  });
  if (create.length === 0) return null;
  return (
    <Menu
      label={t('shell.new')}
      isOpen={isOpen}
      onOpenChange={setOpen}
      entries={create.map((entry) => ({ id: entry.id, label: t(entry.labelKey), icon: entry.icon, href: entry.href }))}
      trigger={
        <Button icon={PlusIcon} keys="Alt N">
          {t('shell.new')}
        </Button>
      }
    />
  );
}

function LiveDot() {
  const t = useText();
  const { state } = useLive();
  const words = t(`shell.live.${state}`);
  return (
    <Tooltip text={t(`shell.live.${state}Hint`)}>
      <PlainButton className={styles.live} data-state={state}>
        <span className={styles.liveDot} />
        <span className={styles.liveWords}>{words}</span>
      </PlainButton>
    </Tooltip>
  );
}

function LanguageMenu() {
  const t = useText();
  const { language, setLanguage } = useLanguage();
  return (
    <Menu
      label={t('shell.language')}
      placement="bottom end"
      trigger={<IconButton icon={GlobeIcon} label={t('shell.language')} />}
      groups={[
        {
          id: t('shell.language'),
          selection: 'single',
          selected: [language],
          entries: languages.map((one) => ({ id: one, label: ownNames[one], lang: one })),
          onSelect: ([next]) => {
            if (!next) return;
            void setLanguage(next as Language);
            // Mail and messages follow the language, too; the screen does not wait for it.
            api.PUT('/api/v1/session/language', { body: { language: next } }).catch(() => undefined);
          },
        },
      ]}
    />
  );
}

function ThemeMenu() {
  const t = useText();
  const [theme, setTheme] = useTheme();
  return (
    <Menu
      label={t('shell.theme')}
      placement="bottom end"
      trigger={<IconButton icon={theme === 'light' ? SunIcon : theme === 'dark' ? MoonIcon : ScreenIcon} label={t('shell.theme')} />}
      groups={[
        {
          id: t('shell.theme'),
          selection: 'single',
          selected: [theme],
          entries: (['light', 'dark', 'system'] as const).map((id) => ({ id, label: t(`shell.theme.${id}`) })),
          onSelect: ([next]) => next && setTheme(next as Theme),
        },
      ]}
    />
  );
}

function UserMenu({ onHelp }: { onHelp: () => void }) {
  const t = useText();
  const { language } = useLanguage();
  const session = useSession();
  const router = useRouter();
  const queries = useQueryClient();

  const signOut = async (everywhere: boolean) => {
    try {
      await take(everywhere ? api.DELETE('/api/v1/sessions') : api.DELETE('/api/v1/session'));
    } catch (problem) {
      // An unknown session is signed out already; anything else must not look as if it had worked.
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
        <div className={styles.who}>
          <Avatar name={session.displayName} size={32} />
          <div>
            <div>
              <strong>{session.displayName}</strong>
            </div>
            <div className={styles.whoNote}>
              {session.userName} · {language === 'zh-CN' ? session.orgUnit.nameZh : session.orgUnit.nameEn}
            </div>
          </div>
        </div>
      }
      trigger={
        <PlainButton className={styles.user} >
          <Avatar name={session.displayName} size={24} />
          <span className="visually-hidden">{t('shell.user')}</span>
          <span className={styles.userName}>{session.displayName}</span>
        </PlainButton>
      }
      groups={[
        { id: 'help', entries: [{ id: 'help', label: t('ui.shortcuts.title'), icon: KeyboardIcon, keys: '?' }] },
        {
          id: 'out',
          entries: [
            { id: 'out', label: t('shell.signOut'), icon: SignOutIcon },
            { id: 'everywhere', label: t('shell.signOutEverywhere'), note: t('shell.signOutEverywhereHint'), icon: SignOutIcon },
          ],
        },
      ]}
      onAction={(id) => {
        if (id === 'help') onHelp();
        else void signOut(id === 'everywhere');
      }}
    />
  );
}
