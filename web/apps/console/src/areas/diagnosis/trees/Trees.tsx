import { useText } from '@firstfix/i18n';
import { Button, EmptyState, ErrorState, NoPermission, SearchField, Segmented, Select, Skeleton, Tabs } from '@firstfix/ui';
import { PlusIcon, UploadIcon } from '@firstfix/ui/icons';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useRouter, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { ExportMenu, Page, useCan } from '../../../index.ts';
import { EntryDetail } from './EntryDetail.tsx';
import { EntryForm } from './EntryForm.tsx';
import { EntryTree } from './EntryTree.tsx';
import { entriesQuery, familiesQuery, importKind, tabs, type Entry, type Tab } from './data.ts';
import type { TreesSearch } from './search.ts';
import styles from './trees.module.css';

/** What the house knows about faults: symptoms, causes, remedies, the makers' tables and the guided checks. */
export function Trees() {
  const t = useText();
  const can = useCan();
  const navigate = useNavigate();
  const router = useRouter();
  const search = useSearch({ from: '/signed-in/shell/support/trees' });
  const tab = search.tab ?? 'symptoms';
  // The form of a new entry stays as long as what stands beside it: going elsewhere closes it, see its own question.
  const place = `${tab}:${search.code ?? ''}`;
  const [addingAt, setAddingAt] = useState<string | null>(null);
  const change = (next: Partial<TreesSearch>) => void navigate({ to: '/support/trees', search: { ...search, ...next }, replace: true });
  if (!can('diagnosis.read')) {
    return (
      <Page title={t('trees.title')}>
        <NoPermission right="diagnosis.read" />
      </Page>
    );
  }
  const kind = importKind[tab];
  return (
    <Page
      title={t('trees.title')}
      actions={
        <>
          <ExportMenu list={`trees.${tab}`} query={{ family: search.family }} />
          {kind && can('import.run') && (
            <Button icon={UploadIcon} onPress={() => router.history.push('/admin/import')}>
              {t('trees.import')}
            </Button>
          )}
          {can('catalogue.maintain') && (
            <Button kind="primary" icon={PlusIcon} onPress={() => setAddingAt(place)}>
              {t(`trees.new.${tab}`)}
            </Button>
          )}
        </>
      }
    >
      <Tabs
        label={t('trees.title')}
        value={tab}
        onChange={(next) => change({ tab: next as Tab, code: undefined, open: undefined, text: undefined, show: undefined })}
        tabs={tabs.map((id) => ({
          id,
          label: t(`trees.tab.${id}`),
          content: id === tab && <Tree tab={tab} search={search} onChange={change} adding={addingAt === place} onAdded={() => setAddingAt(null)} />,
        }))}
      />
    </Page>
  );
}

interface TreeProps {
  tab: Tab;
  search: TreesSearch;
  onChange: (next: Partial<TreesSearch>) => void;
  adding: boolean;
  onAdded: () => void;
}

function Tree({ tab, search, onChange, adding, onAdded }: TreeProps) {
  const t = useText();
  const entries = useQuery(entriesQuery(tab, search.family));
  const families = useQuery(familiesQuery);
  if (entries.isError) return <ErrorState error={entries.error} onRetry={() => void entries.refetch()} />;
  if (entries.isPending) return <Skeleton lines={12} />;
  const chosen = entries.data.find((entry) => entry.code === search.code);
  const lacking = entries.data.filter((entry) => entry.lacks.length > 0).length;
  const show = (code: string | undefined) => onChange({ code });
  return (
    <div className={styles.page}>
      <div className={styles.bar}>
        <SearchField label={t('trees.search')} hideLabel placeholder={t('trees.search')} value={search.text ?? ''} onChange={(text) => onChange({ text: text || undefined })} />
        <Select
          label={t('trees.family')}
          hideLabel
          value={search.family ?? ''}
          options={[{ id: '', label: t('trees.everyFamily') }, ...(families.data ?? []).map((id) => ({ id, label: id }))]}
          onChange={(family) => onChange({ family: family || undefined })}
        />
        <Segmented
          label={t('trees.show')}
          value={search.show ?? 'active'}
          onChange={(next) => onChange({ show: next === 'active' ? undefined : (next as TreesSearch['show']) })}
          options={[
            { id: 'active', label: t('trees.show.active') },
            { id: 'lacking', label: t('trees.show.lacking', { count: lacking }) },
            { id: 'all', label: t('trees.show.all') },
          ]}
        />
      </div>
      <div className={styles.split}>
        <EntryTree tab={tab} entries={entries.data} search={search} onChange={onChange} onSelect={show} />
        {adding ? (
          <EntryForm key={`${tab}:new`} tab={tab} under={chosen} onClose={onAdded} onSaved={(code) => { onAdded(); show(code); }} />
        ) : chosen ? (
          <EntryDetail key={`${tab}:${chosen.code}`} tab={tab} entry={chosen} onShow={(to, code) => onChange({ tab: to, code, text: undefined, show: undefined, open: undefined })} />
        ) : (
          <Nothing tab={tab} entries={entries.data} />
        )}
      </div>
    </div>
  );
}

function Nothing({ tab, entries }: { tab: Tab; entries: Entry[] }) {
  const t = useText();
  const count = entries.filter((entry) => entry.active).length;
  return (
    <div className={styles.nothing}>
      <EmptyState title={entries.length === 0 ? t('trees.empty') : t('trees.choose')} text={entries.length === 0 ? t('trees.emptyText') : t(`trees.about.${tab}`, { count })} />
    </div>
  );
}
