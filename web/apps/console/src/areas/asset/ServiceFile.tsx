import { call, usePages } from '@firstfix/api';
import { useText, type Say } from '@firstfix/i18n';
import { Button, Card, EmptyState, ErrorState, Segmented, Skeleton, Timeline, type Moment } from '@firstfix/ui';
import { CheckIcon, EditIcon, PhoneIcon, TicketIcon, WrenchIcon } from '@firstfix/ui/icons';
import { useState } from 'react';
import { AppLink } from '../../shell/AppLink.tsx';
import styles from './asset.module.css';
import type { ServiceFileLine } from './data.ts';

const icons = { CHANGE: EditIcon, CASE_RECEIVED: PhoneIcon, VISIT_COMPLETED: WrenchIcon, CASE_CLOSED: CheckIcon } as const;

/** The life-long service file: cases, visits and every change of a fact, newest first. */
export function ServiceFile({ serial }: { serial: string }) {
  const t = useText();
  const [only, setOnly] = useState('ALL');
  const file = usePages<ServiceFileLine>(
    ['asset', serial, 'service-file', only],
    async (cursor, signal) =>
      (await call<{ items: ServiceFileLine[]; nextCursor: string | null }>('GET', `/api/v1/assets/${encodeURIComponent(serial)}/service-file`, { query: { only, cursor, limit: 30 }, signal })).data,
  );
  return (
    <Card title={t('asset.serviceFile')}>
      <div className={styles.bar}>
        <Segmented
          label={t('asset.show')}
          value={only}
          onChange={setOnly}
          options={[
            { id: 'ALL', label: t('asset.show.all') },
            { id: 'EVENTS', label: t('asset.show.events') },
            { id: 'CHANGES', label: t('asset.show.changes') },
          ]}
        />
      </div>
      {file.error ? (
        <ErrorState error={file.error} onRetry={() => void file.reload()} />
      ) : file.isLoading ? (
        <Skeleton lines={6} />
      ) : file.items.length === 0 ? (
        <EmptyState title={t('asset.serviceFileEmpty')} />
      ) : (
        <>
          <Timeline label={t('asset.serviceFile')} moments={file.items.map((line) => asMoment(line, t))} />
          {file.hasMore && (
            <Button isPending={file.isLoadingMore} onPress={() => void file.loadMore()}>
              {t('asset.older')}
            </Button>
          )}
        </>
      )}
    </Card>
  );
}

const known = new Set(['CASE_RECEIVED', 'CASE_RESOLVED_REMOTELY', 'CASE_CANCELLED', 'CASE_REOPENED', 'CASE_CLOSED', 'VISIT_COMPLETED']);

function asMoment(line: ServiceFileLine, t: Say): Moment {
  const common = { id: line.id, at: line.occurredAt, icon: icons[line.kind as keyof typeof icons] ?? TicketIcon };
  if (line.kind === 'CHANGE') {
    return {
      ...common,
      title: t('asset.changed', { name: line.personName, field: fieldName(line.field ?? '', t) }),
      body: `${value(line.field ?? '', line.before, t)} → ${value(line.field ?? '', line.after, t)}${line.reason ? ` (${line.reason})` : ''}`,
    };
  }
  const words = (key: string) => (typeof line.summary?.[key] === 'string' ? (line.summary[key] as string) : '');
  const what = known.has(line.kind) ? t(`asset.event.${line.kind}`) : line.kind;
  const href = line.reference.startsWith('W-') ? `/work-orders/${line.reference}` : `/cases/${line.reference}`;
  return {
    ...common,
    title: (
      <>
        {what} <AppLink href={href}>{line.reference}</AppLink> {line.personName}
      </>
    ),
    body: [words('subject'), words('findings'), words('actions'), words('resolution'), words('reason')].filter(Boolean).join(' · '),
  };
}

const fields = new Set([
  'serial', 'model', 'account', 'site', 'user', 'parent', 'importance', 'usedFor', 'criticalHours', 'location', 'firmware', 'operatingSystem', 'patchLevel', 'installedOn', 'warrantyStart', 'warrantyEnd', 'lifeCycleStage',
]);

function value(field: string, written: string | null, t: Say): string {
  if (!written) return '–';
  if (field === 'importance') return t(`asset.importance.${written}`);
  return field === 'lifeCycleStage' ? t(`asset.stage.${written}`) : written;
}

function fieldName(field: string, t: Say): string {
  if (field.startsWith('software.')) return field.slice('software.'.length);
  return fields.has(field) ? t(`asset.field.${field}`) : field;
}
