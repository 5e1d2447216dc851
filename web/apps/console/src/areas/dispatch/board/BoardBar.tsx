import { useDates, useText } from '@firstfix/i18n';
import { Button, DateTimeField, IconButton, SearchField, Select, StatusTag } from '@firstfix/ui';
import { BoardIcon, ChevronLeftIcon, ChevronRightIcon, ClockIcon, ColumnsIcon, ListIcon, MapIcon, MinusIcon, PhoneSilentIcon, PlusIcon, UndoIcon, UsersIcon } from '@firstfix/ui/icons';
import { useQuery } from '@tanstack/react-query';
import { memo } from 'react';
import { termsQuery, useName } from '../data.ts';
import type { Step } from './actions.ts';
import styles from './BoardPage.module.css';
import { Legend } from './Legend.tsx';
import { views, zooms, type BoardSearch } from './search.ts';

export type View = (typeof views)[number];

const viewIcons = { board: BoardIcon, week: ColumnsIcon, map: MapIcon, list: ListIcon };

interface BoardBarProps {
  date: string | undefined;
  zone: string | undefined;
  search: BoardSearch;
  go: (change: BoardSearch) => void;
  /** What is shown is from then: the server cannot be reached. */
  asOf: string | undefined;
  view: View;
  /** How many phones are silent. */
  silent: number;
  onNow: () => void;
}

/** Which day of whom, how close, and how it is looked at. Drawn anew only when one of these is another: the board changes often. */
export const BoardBar = memo(function BoardBar({ date, zone, search, go, asOf, view, silent, onNow }: BoardBarProps) {
  const t = useText();
  const name = useName();
  const dates = useDates(zone);
  const terms = useQuery(termsQuery);
  const shown = date ?? search.date ?? null;
  const day = (by: number) => {
    if (!shown) return;
    const next = new Date(`${shown}T00:00:00Z`);
    next.setUTCDate(next.getUTCDate() + by);
    go({ date: next.toISOString().slice(0, 10), sel: undefined });
  };
  const zoom = zooms.indexOf(search.zoom ?? '72');
  return (
    <>
      <div className={styles.territory}>
        <Select
          label={t('dispatch.territory')}
          hideLabel
          options={[{ id: '*', label: t('dispatch.board.wholeBranch') }, ...(terms.data?.territories ?? []).map((term) => ({ id: term.code, label: name(term) }))]}
          value={search.territory ?? '*'}
          onChange={(next) => go({ territory: next === '*' ? undefined : next, sel: undefined })}
        />
      </div>
      <IconButton icon={ChevronLeftIcon} label={t(view === 'week' ? 'dispatch.week.before' : 'dispatch.dayBefore')} onPress={() => day(view === 'week' ? -7 : -1)} outlined />
      <DateTimeField label={t('dispatch.date')} hideLabel granularity="day" value={shown} onChange={(next) => go({ date: next ?? undefined, sel: undefined })} />
      <IconButton icon={ChevronRightIcon} label={t(view === 'week' ? 'dispatch.week.after' : 'dispatch.dayAfter')} onPress={() => day(view === 'week' ? 7 : 1)} outlined />
      <Button onPress={() => go({ date: undefined, sel: undefined })}>{t('dispatch.today')}</Button>
      <div className={styles.skillFilter}>
        <Select
          label={t('dispatch.skill')}
          hideLabel
          options={[{ id: '*', label: t('dispatch.board.everySkill') }, ...(terms.data?.skills ?? []).map((term) => ({ id: term.code, label: name(term) }))]}
          value={search.skill ?? '*'}
          onChange={(next) => go({ skill: next === '*' ? undefined : next })}
        />
      </div>
      <div className={styles.searchFilter}>
        <SearchField label={t('dispatch.board.search')} hideLabel placeholder={t('dispatch.board.search')} value={search.q ?? ''} onChange={(next) => go({ q: next || undefined })} />
      </div>
      {view !== 'week' && <IconButton icon={UsersIcon} label={t('dispatch.board.onDuty')} isOn={search.duty === 'on'} onPress={() => go({ duty: search.duty ? undefined : 'on' })} outlined />}
      {(silent > 0 || search.phone) && view !== 'week' && (
        <Button icon={PhoneSilentIcon} aria-pressed={search.phone === 'silent'} kind={search.phone ? 'primary' : 'secondary'} onPress={() => go({ phone: search.phone ? undefined : 'silent' })}>
          {t('dispatch.board.silent', { count: silent })}
        </Button>
      )}
      {view === 'board' && (
        <>
          <IconButton icon={MinusIcon} label={t('dispatch.board.farther')} isDisabled={zoom <= 0} onPress={() => go({ zoom: zooms[zoom - 1] })} outlined />
          <IconButton icon={PlusIcon} label={t('dispatch.board.closer')} isDisabled={zoom >= zooms.length - 1} onPress={() => go({ zoom: zooms[zoom + 1] })} outlined />
          <IconButton icon={ClockIcon} label={t('dispatch.board.toNow')} onPress={onNow} outlined />
        </>
      )}
      <div className={styles.views} role="group" aria-label={t('dispatch.board.views')}>
        {views.map((one) => (
          <IconButton key={one} icon={viewIcons[one]} label={t(`dispatch.board.view.${one}`)} isOn={view === one} onPress={() => go({ view: one })} outlined />
        ))}
      </div>
      <Legend isOpen={search.panel === 'legend'} onOpenChange={(isOpen) => go({ panel: isOpen ? 'legend' : undefined })} />
      {asOf && <StatusTag tone="breached">{t('dispatch.asOf', { at: dates.time(asOf) })}</StatusTag>}
      <span className={styles.spring} />
    </>
  );
});

/** The way back. */
export const UndoLast = memo(function UndoLast({ last, onUndo, isUndoing }: { last: Step | undefined; onUndo: () => void; isUndoing: boolean }) {
  const t = useText();
  return (
    <Button icon={UndoIcon} isDisabled={!last} isPending={isUndoing} onPress={onUndo} aria-label={last ? t('dispatch.board.undoWhat', { what: last.text }) : undefined}>
      {t('dispatch.board.undo')}
    </Button>
  );
});
