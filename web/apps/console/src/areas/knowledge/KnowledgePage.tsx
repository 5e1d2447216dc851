import { call, usePages, type Page as PageOf } from '@firstfix/api';
import { DataGrid, type Column } from '@firstfix/grid';
import { useDates, useText } from '@firstfix/i18n';
import { Button, ButtonLink, EmptyState, FilterBar, Segmented, StatusTag } from '@firstfix/ui';
import { BookIcon, ExternalIcon, PlusIcon } from '@firstfix/ui/icons';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, useRouter } from '@tanstack/react-router';
import { useMemo } from 'react';
import { Page, useCan } from '../../index.ts';
import { Title } from './ArticleText.tsx';
import { audiences, kinds, modelsQuery, statuses, symptomsQuery, tones, tongues, useNames, useSay, type ArticleLine } from './data.ts';
import type { KbSearch } from './routes.tsx';
import { UsefulnessList } from './UsefulnessList.tsx';
import { Worth } from './Worth.tsx';
import styles from './knowledge.module.css';

const route = getRouteApi('/signed-in/shell/kb');

/** What the house knows: to find, to write, to review, and what it was worth. */
export function KnowledgePage() {
  const t = useText();
  const can = useCan();
  const router = useRouter();
  const navigate = route.useNavigate();
  const search = route.useSearch();
  const writes = can('knowledge.write') || can('knowledge.publish');
  const tab = (writes || search.tab === 'usefulness' ? search.tab : undefined) ?? 'articles';
  const isList = tab === 'articles' || tab === 'review';
  const tabs = ['articles', ...(writes ? ['review'] : []), 'usefulness', ...(writes ? ['worth'] : [])];
  return (
    <Page
      title={t('knowledge.title')}
      layout={isList ? 'fill' : 'scroll'}
      actions={
        <>
          <ButtonLink href="/help" icon={ExternalIcon} target="_blank" kind="quiet">
            {t('knowledge.customerPage')}
          </ButtonLink>
          {can('knowledge.write') && (
            <>
              <Button icon={PlusIcon} onPress={() => router.history.push('/kb/new?kind=SCRIPT')}>
                {t('knowledge.newScript')}
              </Button>
              <Button kind="primary" icon={PlusIcon} onPress={() => router.history.push('/kb/new')}>
                {t('knowledge.newArticle')}
              </Button>
            </>
          )}
        </>
      }
      bar={
        <div className={styles.bar}>
          <Segmented
            label={t('knowledge.views')}
            options={tabs.map((id) => ({ id, label: t(`knowledge.view.${id}`) }))}
            value={tab}
            onChange={(next) => void navigate({ search: { tab: next === 'articles' ? undefined : (next as KbSearch['tab']) }, replace: true })}
          />
          {tab === 'articles' && <Filters search={search} writes={writes} onChange={(next) => void navigate({ search: next, replace: true })} />}
        </div>
      }
    >
      {isList ? <Articles search={search} isReview={tab === 'review'} onAll={() => void navigate({ search: {} })} /> : tab === 'usefulness' ? <UsefulnessList /> : <Worth sort={search.sort ?? 'MOST_FREQUENT'} onSort={(sort) => void navigate({ search: { tab: 'worth', sort }, replace: true })} />}
    </Page>
  );
}

interface FiltersProps {
  search: KbSearch;
  writes: boolean;
  onChange: (next: KbSearch) => void;
}

function Filters({ search, writes, onChange }: FiltersProps) {
  const t = useText();
  const symptoms = useQuery(symptomsQuery);
  const models = useQuery(modelsQuery);
  const symptomName = useNames(symptoms.data);
  const families = [...new Set((models.data ?? []).map((model) => model.family))].sort();
  const one = (value: string | undefined) => (value ? [value] : undefined);
  return (
    <FilterBar
      search={{ label: t('knowledge.search'), value: search.q ?? '', onChange: (q) => onChange({ ...search, q: q || undefined }), placeholder: t('knowledge.searchHint') }}
      values={{ status: one(search.status), kind: one(search.kind), audience: one(search.audience), symptom: one(search.symptom), family: one(search.family), missing: one(search.missing) }}
      onChange={(next) =>
        onChange({
          q: search.q,
          status: statuses.find((id) => id === next.status?.[0]),
          kind: kinds.find((id) => id === next.kind?.[0]),
          audience: audiences.find((id) => id === next.audience?.[0]),
          symptom: next.symptom?.[0],
          family: next.family?.[0],
          missing: tongues.find((id) => id === next.missing?.[0]),
        })
      }
      filters={[
        ...(writes ? [{ id: 'status', label: t('knowledge.column.status'), options: statuses.map((id) => ({ id, label: t(`knowledge.status.${id}`) })) }] : []),
        { id: 'kind', label: t('knowledge.column.kind'), options: kinds.map((id) => ({ id, label: t(`knowledge.kind.${id}`) })) },
        { id: 'audience', label: t('knowledge.column.audience'), options: audiences.map((id) => ({ id, label: t(`knowledge.audience.${id}`) })) },
        { id: 'symptom', label: t('knowledge.column.symptom'), options: (symptoms.data ?? []).filter((one) => one.parentCode).map((one) => ({ id: one.code, label: symptomName(one.code) })) },
        { id: 'family', label: t('knowledge.column.family'), options: families.map((id) => ({ id, label: id })) },
        { id: 'missing', label: t('knowledge.column.missing'), options: tongues.map((id) => ({ id, label: t(`knowledge.tongue.${id}`) })) },
      ]}
    />
  );
}

function Articles({ search, isReview, onAll }: { search: KbSearch; isReview: boolean; onAll: () => void }) {
  const t = useText();
  const say = useSay();
  const dates = useDates();
  const router = useRouter();
  const symptom = useNames(useQuery(symptomsQuery).data);
  const { q, status, kind, audience, family, symptom: about, missing } = search;
  const which = isReview ? { review: true } : { q, status, kind, audience, family, symptom: about, missing };
  const source = usePages<ArticleLine>(
    ['articles', which],
    async (cursor, signal) => (await call<PageOf<ArticleLine>>('GET', '/api/v1/knowledge/articles', { query: { ...which, cursor }, signal })).data,
  );
  const columns = useMemo<Column<ArticleLine>[]>(
    () => [
      { id: 'number', header: t('knowledge.column.number'), cell: (line) => line.number, width: 84 },
      {
        id: 'title',
        header: t('knowledge.column.title'),
        cell: (line) => <Title title={line.title} />,
        text: (line) => say(line.title),
        isRowHeader: true,
        grows: true,
        width: 300,
      },
      { id: 'kind', header: t('knowledge.column.kind'), cell: (line) => t(`knowledge.kind.${line.kind}`), width: 84 },
      {
        id: 'status',
        header: t('knowledge.column.status'),
        cell: (line) => (
          <StatusTag tone={line.reviewAskedAt ? 'waiting' : tones[line.status]} isPlain>
            {line.reviewAskedAt ? t('knowledge.status.REVIEW') : line.status === 'PUBLISHED' && line.unpublished ? t('knowledge.status.REVISED') : t(`knowledge.status.${line.status}`)}
          </StatusTag>
        ),
        text: (line) => t(`knowledge.status.${line.status}`),
        width: 150,
      },
      { id: 'audience', header: t('knowledge.column.audience'), cell: (line) => t(`knowledge.audience.${line.audience}`), width: 96 },
      { id: 'symptom', header: t('knowledge.column.symptom'), cell: (line) => line.symptoms.map(symptom).join(t('knowledge.comma')), text: (line) => line.symptoms.map(symptom).join(t('knowledge.comma')), width: 190 },
      { id: 'family', header: t('knowledge.column.family'), cell: (line) => [...line.families, ...line.models].join(t('knowledge.comma')), text: (line) => [...line.families, ...line.models].join(t('knowledge.comma')), width: 130 },
      {
        id: 'missing',
        header: t('knowledge.column.missing'),
        cell: (line) => line.missing.map((one) => t(`knowledge.tongue.${one}`)).join(t('knowledge.comma')),
        text: (line) => line.missing.map((one) => t(`knowledge.tongue.${one}`)).join(t('knowledge.comma')),
        width: 100,
      },
      { id: 'author', header: t('knowledge.column.author'), cell: (line) => line.writtenByName, width: 90 },
      {
        id: 'changed',
        header: t('knowledge.column.changed'),
        cell: (line) => <span title={dates.exact(line.changedAt)}>{dates.relative(line.changedAt)}</span>,
        text: (line) => line.changedAt,
        width: 140,
      },
    ],
    [t, say, symptom, dates],
  );
  return (
    <DataGrid
      label={t(isReview ? 'knowledge.view.review' : 'knowledge.title')}
      name={isReview ? 'articles-to-review' : 'articles'}
      source={source}
      columns={columns}
      rowId={(line) => line.number}
      onOpen={(line) => router.history.push(`/kb/${line.number}`)}
      empty={
        isReview ? (
          <EmptyState icon={BookIcon} title={t('knowledge.review.none')} text={t('knowledge.review.noneText')} />
        ) : (
          <EmptyState icon={BookIcon} title={t('knowledge.none')} text={t('knowledge.noneText')} action={<Button onPress={onAll}>{t('knowledge.showAll')}</Button>} />
        )
      }
    />
  );
}
