import { call, ifMatch, useAction } from '@firstfix/api';
import { useText } from '@firstfix/i18n';
import { Banner, Button, DateTimeField, Dialog, IconButton, Switch, TextField, toast } from '@firstfix/ui';
import { PlusIcon, TrashIcon } from '@firstfix/ui/icons';
import { useState } from 'react';
import type { CalendarFile, Hours } from './data.ts';
import { weekDays } from './WeekBars.tsx';
import styles from './sla.module.css';

interface Draft {
  code: string;
  nameZh: string;
  nameEn: string;
  zone: string;
  official: boolean;
  week: Record<string, string>;
  special: { date: string | null; hours: string; reason: string }[];
  effectiveFrom: string | null;
  reason: string;
}

/** "09:00-12:00 13:00-18:00" as the server takes it; what cannot be read goes there as it is and comes back with a word. */
function parse(text: string): Hours {
  return text.split(/[\s,，;；]+/).filter(Boolean).map((pair) => {
    const [start = '', end = ''] = pair.split(/[-–~至]/);
    return [start, end];
  });
}

const print = (hours: Hours) => hours.map((pair) => pair.join('-')).join(' ');

/** A new calendar, or the next version of one. */
export function CalendarDialog({ calendar, etag, onClose, onSaved }: { calendar?: CalendarFile; etag?: string | null; onClose: () => void; onSaved?: (code: string) => void }) {
  const t = useText();
  const latest = calendar?.versions.find((version) => version.inForce)?.definition;
  const [draft, setDraft] = useState<Draft>(() => ({
    code: calendar?.code ?? '',
    nameZh: calendar?.nameZh ?? '',
    nameEn: calendar?.nameEn ?? '',
    zone: latest?.zone ?? 'site',
    official: latest?.official ?? true,
    week: Object.fromEntries(weekDays.map((day) => [day, latest ? print(latest.week[day] ?? []) : day === 'sat' || day === 'sun' ? '' : '09:00-18:00'])),
    special: (latest?.specialDays ?? []).map((day) => ({ date: day.date, hours: print(day.hours), reason: day.reason })),
    effectiveFrom: new Date().toLocaleDateString('sv'),
    reason: '',
  }));
  const change = (part: Partial<Draft>) => setDraft((before) => ({ ...before, ...part }));
  const save = useAction({
    touches: [['calendars'], ['calendar', draft.code]],
    run: (_: void, { headers }) => {
      const hours = {
        zone: draft.zone.trim() || 'site',
        official: draft.official,
        week: Object.fromEntries(weekDays.map((day) => [day, parse(draft.week[day] ?? '')])),
        specialDays: draft.special.filter((day) => day.date).map((day) => ({ date: day.date, hours: parse(day.hours), reason: day.reason })),
      };
      const names = { nameZh: draft.nameZh, nameEn: draft.nameEn, reason: draft.reason, hours };
      return calendar
        ? call('POST', `/api/v1/calendars/${encodeURIComponent(calendar.code)}/versions`, { headers: { ...headers, ...ifMatch(etag ?? null) }, body: { ...names, effectiveFrom: draft.effectiveFrom } })
        : call('POST', '/api/v1/calendars', { headers, body: { ...names, code: draft.code } });
    },
    onSuccess: () => {
      toast({ kind: 'success', text: t(calendar ? 'sla.calendar.versionSaved' : 'sla.calendar.saved', { code: draft.code }) });
      onSaved?.(draft.code);
      onClose();
    },
  });
  const problem = save.error;
  const setSpecial = (position: number, part: Partial<Draft['special'][number]>) =>
    change({ special: draft.special.map((day, index) => (index === position ? { ...day, ...part } : day)) });
  return (
    <Dialog
      isOpen
      isSticky
      size="wide"
      onClose={onClose}
      title={calendar ? t('sla.calendar.nextVersion', { code: calendar.code, version: calendar.version + 1 }) : t('sla.calendar.new')}
      footer={
        <>
          <Button onPress={onClose}>{t('common.cancel')}</Button>
          <Button kind="primary" isPending={save.isPending} onPress={() => save.mutate()}>
            {t('common.save')}
          </Button>
        </>
      }
    >
      <div className={styles.form}>
        {problem && <Banner kind="error" title={problem.detail ?? problem.title}>{problem.hint}</Banner>}
        {calendar && <Banner>{t('sla.calendar.follow')}</Banner>}
        {!calendar && <TextField label={t('sla.calendar.code')} value={draft.code} onChange={(code) => change({ code })} error={problem?.at('code')} isRequired autoFocus maxLength={40} />}
        <div className={styles.pair}>
          <TextField label={t('sla.calendar.nameZh')} value={draft.nameZh} onChange={(nameZh) => change({ nameZh })} error={problem?.at('nameZh')} isRequired maxLength={100} />
          <TextField label={t('sla.calendar.nameEn')} value={draft.nameEn} onChange={(nameEn) => change({ nameEn })} error={problem?.at('nameEn')} isRequired maxLength={100} />
        </div>
        <fieldset className={styles.days}>
          <legend>{t('sla.calendar.weekHint')}</legend>
          {weekDays.map((day) => (
            <div key={day} className={styles.weekDay}>
              <span aria-hidden="true">{t(`sla.day.${day}`)}</span>
              <TextField
                label={t(`sla.day.${day}`)}
                hideLabel
                value={draft.week[day] ?? ''}
                placeholder={t('sla.closed')}
                onChange={(text) => change({ week: { ...draft.week, [day]: text } })}
                error={problem?.at(`week.${day}`)}
              />
            </div>
          ))}
        </fieldset>
        <div className={styles.pair}>
          <TextField label={t('sla.calendar.zone')} hint={t('sla.calendar.zoneHint')} value={draft.zone} onChange={(zone) => change({ zone })} error={problem?.at('zone')} isRequired />
          <Switch isSelected={draft.official} onChange={(official) => change({ official })} hint={t('sla.calendar.officialHint')}>
            {t('sla.calendar.official')}
          </Switch>
        </div>
        <fieldset className={styles.days}>
          <legend>{t('sla.calendar.special')}</legend>
          {draft.special.map((day, position) => (
            <div className={styles.special} key={`${position}:${draft.special.length}`}>
              <DateTimeField label={t('sla.special.date')} granularity="day" value={day.date} onChange={(date) => setSpecial(position, { date })} />
              <TextField label={t('sla.special.hours')} placeholder={t('sla.closed')} value={day.hours} onChange={(hours) => setSpecial(position, { hours })} error={problem?.at(`specialDays.${day.date}`)} />
              <TextField label={t('sla.special.reason')} value={day.reason} onChange={(reason) => setSpecial(position, { reason })} maxLength={200} />
              <IconButton icon={TrashIcon} label={t('sla.special.remove')} onPress={() => change({ special: draft.special.filter((_, index) => index !== position) })} />
            </div>
          ))}
          <div>
            <Button icon={PlusIcon} onPress={() => change({ special: [...draft.special, { date: null, hours: '', reason: '' }] })}>
              {t('sla.special.add')}
            </Button>
          </div>
        </fieldset>
        <div className={styles.pair}>
          {calendar && <DateTimeField label={t('sla.calendar.effectiveFrom')} granularity="day" value={draft.effectiveFrom} onChange={(effectiveFrom) => change({ effectiveFrom })} error={problem?.at('effectiveFrom')} isRequired />}
          <TextField label={t('sla.version.reason')} value={draft.reason} onChange={(reason) => change({ reason })} error={problem?.at('reason')} isRequired={!!calendar} maxLength={1000} />
        </div>
      </div>
    </Dialog>
  );
}
