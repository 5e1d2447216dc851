import { useNumbers, useText } from '@firstfix/i18n';
import { Button, EmptyState, ErrorState, Skeleton, StatusTag, type Tone } from '@firstfix/ui';
import { BookIcon, PlusIcon } from '@firstfix/ui/icons';
import { useQuery } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { useState } from 'react';
import { AppLink } from '../../index.ts';
import { ExamDialog } from './ExamDialog.tsx';
import { Hub } from './Hub.tsx';
import { Share } from './Share.tsx';
import { examsQuery, useSkills, useTitle, type ExamLine } from './data.ts';
import styles from './exam.module.css';

export const examTones: Record<ExamLine['exam']['status'], Tone> = { DRAFT: 'new', OPEN: 'onsite', CLOSED: 'cancelled' };

/** Every exam of the house: what it certifies, who waits for it, and how many passed. */
export function Exams() {
  const t = useText();
  const router = useRouter();
  const [adds, setAdds] = useState(false);
  return (
    <Hub
      at="exams"
      actions={
        <Button kind="primary" icon={PlusIcon} onPress={() => setAdds(true)}>
          {t('exam.new')}
        </Button>
      }
    >
      <List />
      {adds && <ExamDialog onClose={() => setAdds(false)} onSaved={(code) => router.history.push(`/exams/${code}`)} />}
    </Hub>
  );
}

function List() {
  const t = useText();
  const title = useTitle();
  const numbers = useNumbers();
  const { nameOf } = useSkills();
  const exams = useQuery(examsQuery);
  if (exams.isError) return <ErrorState error={exams.error} onRetry={() => void exams.refetch()} />;
  if (exams.isPending) return <Skeleton lines={6} height={18} />;
  if (exams.data.length === 0) return <EmptyState icon={BookIcon} title={t('exam.none')} text={t('exam.noneText')} />;
  return (
    <div className={styles.scroll}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{t('exam.exam')}</th>
            <th scope="col">{t('exam.state')}</th>
            <th scope="col">{t('exam.certifies')}</th>
            <th scope="col" className={styles.number}>{t('exam.waiting')}</th>
            <th scope="col" className={styles.number}>{t('exam.takers')}</th>
            <th scope="col">{t('exam.passShare')}</th>
          </tr>
        </thead>
        <tbody>
          {exams.data.map(({ exam, figures }) => (
            <tr key={exam.code}>
              <th scope="row">
                <AppLink href={`/exams/${exam.code}`}>{title(exam)}</AppLink>
                <div className={styles.note}>
                  {exam.code} · {t('exam.minutesShort', { minutes: exam.minutes })} · {t('exam.passAt', { percent: exam.passPercent })}
                </div>
              </th>
              <td>
                <StatusTag tone={examTones[exam.status]}>{t(`exam.status.${exam.status}`)}</StatusTag>
              </td>
              <td>
                {t('exam.skillLevel', { skill: nameOf(exam.skill), level: exam.level })}
                <div className={styles.note}>{exam.validityMonths ? t('exam.validMonths', { months: exam.validityMonths }) : t('exam.validAlways')}</div>
              </td>
              <td className={styles.number}>{numbers.number(figures.waiting)}</td>
              <td className={styles.number}>{numbers.number(figures.takers)}</td>
              <td>{figures.takers > 0 ? <Share right={figures.passed} count={figures.takers} interval={figures.passInterval} /> : '–'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
