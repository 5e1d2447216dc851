import { useText } from '@firstfix/i18n';
import { Card, EmptyState, ErrorState, Skeleton } from '@firstfix/ui';
import { BookIcon } from '@firstfix/ui/icons';
import { useQuery } from '@tanstack/react-query';
import { AppLink } from '../../shell/AppLink.tsx';
import { Title } from './ArticleText.tsx';
import { results, usefulnessLinesQuery } from './data.ts';
import { BaseWords, ShareBar, ShareWords, Verdict } from './Usefulness.tsx';
import table from '../sla/serviceLevels.module.css';
import styles from './knowledge.module.css';

/** Every published article with what happened next on the cases it was used on. */
export function UsefulnessList() {
  const t = useText();
  const lines = useQuery(usefulnessLinesQuery);
  if (lines.isError) return <ErrorState error={lines.error} onRetry={() => void lines.refetch()} />;
  if (lines.isPending) return <Skeleton lines={10} />;
  if (lines.data.items.length === 0) return <EmptyState icon={BookIcon} title={t('knowledge.none')} />;
  return (
    <Card title={t('knowledge.usefulness')} note={t('knowledge.usefulness.note', { fewest: lines.data.fewest })}>
      <div className={table.scroll}>
        <table className={table.lines}>
          <thead>
            <tr>
              <th scope="col">{t('knowledge.column.title')}</th>
              <th scope="col">{t('knowledge.column.share')}</th>
              <th scope="col">{t('knowledge.column.base')}</th>
              <th scope="col">{t('knowledge.column.verdict')}</th>
              {results.map((result) => (
                <th key={result} scope="col" className={table.count}>
                  {t(`knowledge.ended.${result}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {lines.data.items.map(({ number, title, figures }) => (
              <tr key={number}>
                <th scope="row">
                  <AppLink href={`/kb/${number}`} className={styles.link}>
                    <Title title={title} />
                  </AppLink>
                  <div className={styles.note}>{number}</div>
                </th>
                <td>
                  <ShareWords figures={figures} />
                  <ShareBar figures={figures} />
                </td>
                <td>
                  <BaseWords figures={figures} />
                </td>
                <td>
                  <Verdict figures={figures} />
                </td>
                {results.map((result) => (
                  <td key={result} className={table.count}>
                    {figures.results[result] ?? 0}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className={styles.note}>{t('knowledge.usefulness.caution')}</p>
    </Card>
  );
}
