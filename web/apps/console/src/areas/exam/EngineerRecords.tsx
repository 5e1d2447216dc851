import { useText } from '@firstfix/i18n';
import { EmptyState, ErrorState, NoPermission, Select, Skeleton } from '@firstfix/ui';
import { UsersIcon } from '@firstfix/ui/icons';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { AppLink, Page, useCan } from '../../index.ts';
import { Hub } from './Hub.tsx';
import { ExamCards, SkillTags } from './MyExams.tsx';
import { engineerQuery, engineersQuery, useSkills } from './data.ts';
import styles from './exam.module.css';

const route = getRouteApi('/signed-in/shell/exams/engineers/$code');

/** Engineers with what they can do, until when, and how they did. */
export function EngineerRecords() {
  const t = useText();
  const { options } = useSkills();
  const [skill, setSkill] = useState('');
  const engineers = useQuery(engineersQuery(skill || undefined));
  return (
    <Hub at="engineers" bar={
      <div className={styles.filter}>
        <Select label={t('exam.field.skill')} hideLabel options={[{ id: '', label: t('exam.everySkill') }, ...options]} value={skill} onChange={setSkill} />
      </div>
    }>
      {engineers.isError ? <ErrorState error={engineers.error} onRetry={() => void engineers.refetch()} /> : engineers.isPending ? <Skeleton lines={8} height={18} /> : engineers.data.length === 0 ? (
        <EmptyState icon={UsersIcon} title={t('exam.noEngineers')} />
      ) : (
        <div className={styles.scroll}>
          <table className={styles.table}>
            <thead>
              <tr>
                <th scope="col">{t('exam.engineer')}</th>
                <th scope="col">{t('exam.skills')}</th>
                <th scope="col" className={styles.number}>{t('exam.waiting')}</th>
                <th scope="col" className={styles.number}>{t('exam.attempts')}</th>
                <th scope="col" className={styles.number}>{t('exam.passed')}</th>
              </tr>
            </thead>
            <tbody>
              {engineers.data.map((engineer) => (
                <tr key={engineer.code}>
                  <th scope="row">
                    <AppLink href={`/exams/engineers/${engineer.code}`}>{engineer.name}</AppLink>
                    <div className={styles.note}>{engineer.code}</div>
                  </th>
                  <td>
                    <SkillTags skills={engineer.skills} />
                  </td>
                  <td className={styles.number}>{engineer.waiting}</td>
                  <td className={styles.number}>{engineer.attempts}</td>
                  <td className={styles.number}>{engineer.passed}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Hub>
  );
}

export function EngineerRecord() {
  const t = useText();
  const can = useCan();
  const { code } = route.useParams();
  const engineer = useQuery({ ...engineerQuery(code), enabled: can('exam.set') });
  if (!can('exam.set')) return <Page title={code}><NoPermission right="exam.set" /></Page>;
  if (engineer.isError) return <Page title={code}><ErrorState error={engineer.error} onRetry={() => void engineer.refetch()} /></Page>;
  if (engineer.isPending) return <Page title={code}><Skeleton lines={6} height={18} /></Page>;
  const { name, exams } = engineer.data;
  return (
    <Page title={name} note={code} actions={<AppLink href={`/engineers/${code}`}>{t('exam.engineerPage')}</AppLink>}>
      <div className={styles.stack}>
        <SkillTags skills={exams.skills} />
        <ExamCards exams={exams.items} />
      </div>
    </Page>
  );
}
