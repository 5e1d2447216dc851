import { call, useAction, usePages } from '@firstfix/api';
import { DataGrid, type Column } from '@firstfix/grid';
import { useText } from '@firstfix/i18n';
import { Banner, Button, Dialog, EmptyState, FilterBar, Select, StatusTag, type FilterValues } from '@firstfix/ui';
import { PlusIcon, SettingsIcon } from '@firstfix/ui/icons';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, useRouter } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { Page } from '../../shell/Page.tsx';
import { ExportMenu } from '../integration/ExportMenu.tsx';
import { useCan } from '../../session/session.ts';
import { termsQuery, useName, type EngineerLine, type Policy } from './data.ts';
import { RegisterEngineer } from './RegisterEngineer.tsx';
import { WorkingDayDialog } from './WorkingDayDialog.tsx';
import styles from './dispatch.module.css';

const route = getRouteApi('/signed-in/shell/engineers');

/** Who can be sent, what they know, and who is there now. */
export function Engineers() {
  const t = useText();
  const name = useName();
  const can = useCan();
  const router = useRouter();
  const navigate = route.useNavigate();
  const search = route.useSearch();
  const [asksPolicy, setAsksPolicy] = useState(false);
  const [asksDay, setAsksDay] = useState(false);
  const [registers, setRegisters] = useState(false);
  const terms = useQuery(termsQuery);
  const skills = useMemo(() => new Map((terms.data?.skills ?? []).map((term) => [term.code, name(term)])), [terms.data, name]);
  const territories = useMemo(() => new Map((terms.data?.territories ?? []).map((term) => [term.code, name(term)])), [terms.data, name]);
  const source = usePages<EngineerLine>(
    ['engineers', search],
    async (cursor, signal) => (await call<{ items: EngineerLine[]; nextCursor: string | null }>('GET', '/api/v1/engineers', { query: { ...search, cursor }, signal })).data,
  );
  const columns = useMemo<Column<EngineerLine>[]>(() => {
    const skillText = (row: EngineerLine) => row.skills.map((skill) => `${skills.get(skill.code) ?? skill.code} ${skill.level}`).join(', ');
    return [
      { id: 'name', header: t('dispatch.engineer'), cell: (row) => row.name, isRowHeader: true, width: 150 },
      { id: 'code', header: t('dispatch.code'), cell: (row) => row.code, width: 100 },
      { id: 'now', header: t('dispatch.now'), cell: (row) => <Presence row={row} />, text: (row) => (row.absentNow ? t(`dispatch.absence.${row.absentNow}`) : ''), width: 140 },
      { id: 'skills', header: t('dispatch.skills'), cell: skillText, text: skillText, grows: true, width: 260 },
      { id: 'territory', header: t('dispatch.territory'), cell: (row) => (row.territory ? (territories.get(row.territory) ?? row.territory) : ''), width: 150 },
    ];
  }, [t, skills, territories]);
  const values: FilterValues = { skill: search.skill ? [search.skill] : undefined, active: search.active ? [search.active] : undefined };
  const change = (next: FilterValues) => void navigate({ search: { skill: next.skill?.[0], active: next.active?.[0] }, replace: true });
  return (
    <Page
      title={t('dispatch.engineers')}
      layout="fill"
      actions={
        <>
          <ExportMenu list="engineers" query={{ ...search }} />
          {can('dispatch.policy') && (
            <>
              <Button icon={SettingsIcon} onPress={() => setAsksDay(true)}>
                {t('dispatch.workingDay')}
              </Button>
              <Button icon={SettingsIcon} onPress={() => setAsksPolicy(true)}>
                {t('dispatch.policy')}
              </Button>
            </>
          )}
          {can('engineer.maintain') && (
            <Button kind="primary" icon={PlusIcon} onPress={() => setRegisters(true)}>
              {t('dispatch.register')}
            </Button>
          )}
        </>
      }
      bar={
        <FilterBar
          values={values}
          onChange={change}
          filters={[
            { id: 'skill', label: t('dispatch.skill'), options: (terms.data?.skills ?? []).map((term) => ({ id: term.code, label: name(term) })) },
            {
              id: 'active',
              label: t('dispatch.state'),
              options: [
                { id: 'true', label: t('dispatch.active') },
                { id: 'false', label: t('dispatch.inactive') },
              ],
            },
          ]}
        />
      }
    >
      <DataGrid
        label={t('dispatch.engineers')}
        name="engineers"
        source={source}
        columns={columns}
        rowId={(row) => row.code}
        onOpen={(row) => router.history.push(`/engineers/${row.code}`)}
        empty={<EmptyState title={t('dispatch.noEngineers')} text={t('dispatch.noEngineersText')} />}
      />
      {registers && <RegisterEngineer onClose={() => setRegisters(false)} onSaved={(code) => router.history.push(`/engineers/${code}`)} />}
      {asksPolicy && <PolicyDialog onClose={() => setAsksPolicy(false)} />}
      {asksDay && <WorkingDayDialog onClose={() => setAsksDay(false)} />}
    </Page>
  );
}

function Presence({ row }: { row: EngineerLine }) {
  const t = useText();
  if (!row.active) return <StatusTag tone="cancelled">{t('dispatch.inactive')}</StatusTag>;
  if (row.absentNow) return <StatusTag tone="waiting">{t(`dispatch.absence.${row.absentNow}`)}</StatusTag>;
  return <StatusTag tone={row.onShiftNow ? 'done' : 'new'}>{t(row.onShiftNow ? 'dispatch.onShift' : 'dispatch.offShift')}</StatusTag>;
}

/** Whether one engineer may be booked twice for the same time, per part of the house. */
function PolicyDialog({ onClose }: { onClose: () => void }) {
  const t = useText();
  const name = useName();
  const policies = useQuery({
    queryKey: ['overlap-policies'],
    queryFn: async ({ signal }) => (await call<{ items: Policy[] }>('GET', '/api/v1/overlap-policies', { signal })).data.items,
  });
  const set = useAction({
    run: ({ unitCode, policy }: { unitCode: string; policy: string | null }) => call('PUT', `/api/v1/overlap-policies/${unitCode}`, { body: { policy } }),
    touches: [['overlap-policies']],
  });
  return (
    <Dialog isOpen onClose={onClose} title={t('dispatch.policy')} footer={<Button onPress={onClose}>{t('common.close')}</Button>}>
      <div className={styles.form}>
        <p className={styles.quiet}>{t('dispatch.policyText')}</p>
        {set.error && <Banner kind="error" title={set.error.detail ?? set.error.title} isLive />}
        {(policies.data ?? []).map((policy) => (
          <div key={policy.unitCode} className={styles.policy} style={{ paddingInlineStart: (policy.path.split('.').length - 1) * 12 }}>
            <span className={styles.grow}>{name(policy)}</span>
            <Select
              label={t('dispatch.policyOf', { unit: name(policy) })}
              hideLabel
              value={policy.own ?? 'INHERITED'}
              onChange={(next) => set.mutate({ unitCode: policy.unitCode, policy: next === 'INHERITED' ? null : next })}
              options={[
                { id: 'INHERITED', label: t('dispatch.inherited', { policy: t(`dispatch.overlap.${policy.inForce}`) }) },
                { id: 'FORBIDDEN', label: t('dispatch.overlap.FORBIDDEN') },
                { id: 'WARNED', label: t('dispatch.overlap.WARNED') },
                { id: 'ALLOWED', label: t('dispatch.overlap.ALLOWED') },
              ]}
            />
          </div>
        ))}
      </div>
    </Dialog>
  );
}
