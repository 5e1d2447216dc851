import { call, useAction } from '@firstfix/api';
import { useDates, useNumbers, useText } from '@firstfix/i18n';
import { Banner, Button, Card, EmptyState, ErrorState, Segmented, Skeleton, toast } from '@firstfix/ui';
import { CheckIcon, EditIcon } from '@firstfix/ui/icons';
import { useQuery } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { AppLink } from '../../shell/AppLink.tsx';
import { useCan } from '../../session/session.ts';
import { causesQuery, symptomsQuery, useNames, worthOrders, worthQuery, type Article } from './data.ts';
import table from '../sla/serviceLevels.module.css';
import styles from './knowledge.module.css';

type Order = (typeof worthOrders)[number];

/** Solved cases whose cause has no article: where writing one helps most. */
export function Worth({ sort, onSort }: { sort: Order; onSort: (sort: Order) => void }) {
  const t = useText();
  const can = useCan();
  const dates = useDates();
  const router = useRouter();
  const { number } = useNumbers();
  const cause = useNames(useQuery(causesQuery).data);
  const symptom = useNames(useQuery(symptomsQuery).data);
  const lines = useQuery(worthQuery(sort));
  const writeUp = useAction({
    touches: [['worth-an-article'], ['articles'], ['case-knowledge']],
    run: async (caseNumber: string, { headers }) => (await call<Article>('POST', `/api/v1/cases/${caseNumber}/knowledge/write-up`, { headers, body: { confirmed: true } })).data,
    onSuccess: (draft) => {
      toast({ kind: 'success', text: t('knowledge.writtenUp', { number: draft.number }) });
      router.history.push(`/kb/${draft.number}/edit`);
    },
  });
  return (
    <Card
      title={t('knowledge.worth')}
      note={t('knowledge.worth.note')}
      actions={<Segmented label={t('knowledge.worth.order')} options={worthOrders.map((id) => ({ id, label: t(`knowledge.worth.${id}`) }))} value={sort} onChange={(next) => onSort(next as Order)} />}
    >
      {writeUp.error && (
        <Banner kind="error" title={writeUp.error.detail ?? writeUp.error.title} isLive>
          {writeUp.error.hint}
        </Banner>
      )}
      {lines.isError ? (
        <ErrorState error={lines.error} onRetry={() => void lines.refetch()} />
      ) : lines.isPending ? (
        <Skeleton lines={8} />
      ) : lines.data.length === 0 ? (
        <EmptyState icon={CheckIcon} title={t('knowledge.worth.none')} text={t('knowledge.worth.noneText')} />
      ) : (
        <div className={table.scroll}>
          <table className={table.lines}>
            <thead>
              <tr>
                <th scope="col">{t('knowledge.column.cause')}</th>
                <th scope="col">{t('knowledge.column.symptom')}</th>
                <th scope="col" className={table.count}>
                  {t('knowledge.column.cases')}
                </th>
                <th scope="col" className={table.count}>
                  {t('knowledge.column.visits')}
                </th>
                <th scope="col">{t('knowledge.column.newestCase')}</th>
                <th scope="col">
                  <span className="visually-hidden">{t('knowledge.writeUp')}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {lines.data.map((line) => (
                <tr key={`${line.causeCode} ${line.symptomCode}`}>
                  <th scope="row">{cause(line.causeCode)}</th>
                  <td>{line.symptomCode ? symptom(line.symptomCode) : t('knowledge.noSymptom')}</td>
                  <td className={table.count}>{number(line.cases)}</td>
                  <td className={table.count}>{number(line.visits)}</td>
                  <td>
                    <AppLink href={`/cases/${line.newestCase}`} className={styles.link}>
                      {line.newestCase}
                    </AppLink>{' '}
                    <span className={styles.note}>{dates.date(line.solvedAt)}</span>
                  </td>
                  <td>
                    {can('knowledge.write') && (
                      <Button kind="quiet" icon={EditIcon} isPending={writeUp.isPending && writeUp.variables === line.newestCase} onPress={() => writeUp.mutate(line.newestCase)} aria-label={t('knowledge.writeUpCase', { number: line.newestCase })}>
                        {t('knowledge.writeUp')}
                      </Button>
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Card>
  );
}
