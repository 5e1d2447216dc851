import { call, useAction } from '@firstfix/api';
import { useDates, useNumbers, useText } from '@firstfix/i18n';
import { Banner, Button, ButtonLink, EmptyState, ErrorState, IconButton, NoPermission, Skeleton, StatusTag, type Tone } from '@firstfix/ui';
import { BookIcon, ChevronLeftIcon, ChevronRightIcon, StarIcon } from '@firstfix/ui/icons';
import { useQuery } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { AppLink, Page, useCan } from '../../index.ts';
import { Me, Phone } from '../mobile/Phone.tsx';
import phone from '../mobile/mobile.module.css';
import { mineQuery, useSkills, useTitle, type Mine, type MyExam, type Paper } from './data.ts';
import styles from './exam.module.css';

/** An engineer's exams, at the desk. */
export function MyExams() {
  const t = useText();
  return (
    <Page title={t('exam.mine.title')}>
      <div className={styles.paper}>
        <List place="/my-exams" />
      </div>
    </Page>
  );
}

/** The same on the phone. */
export function PhoneExams() {
  const t = useText();
  const router = useRouter();
  return (
    <Phone
      title={t('exam.mine.title')}
      head={
        <div className={phone.headRow}>
          <IconButton icon={ChevronLeftIcon} label={t('exam.mine.back')} onPress={() => router.history.push('/m')} />
          <h1 className={`${phone.title} ${phone.grows}`}>{t('exam.mine.title')}</h1>
          <Me />
        </div>
      }
    >
      <List place="/m/exams" />
    </Phone>
  );
}

function List({ place }: { place: string }) {
  const t = useText();
  const can = useCan();
  const mine = useQuery({ ...mineQuery, enabled: can('exam.take') });
  if (!can('exam.take')) return <NoPermission right="exam.take" />;
  if (mine.isError) return <ErrorState error={mine.error} onRetry={() => void mine.refetch()} />;
  if (mine.isPending) return <Skeleton lines={6} height={22} />;
  return (
    <>
      {mine.data.skills.length > 0 && (
        <section className={styles.card}>
          <h2>{t('exam.mine.skills')}</h2>
          <SkillTags skills={mine.data.skills} />
        </section>
      )}
      {mine.data.items.length === 0 ? <EmptyState icon={BookIcon} title={t('exam.mine.none')} text={t('exam.mine.noneText')} /> : <ExamCards exams={mine.data.items} place={place} />}
    </>
  );
}

export function SkillTags({ skills }: { skills: Mine['skills'] }) {
  const t = useText();
  const dates = useDates();
  const { nameOf } = useSkills();
  return (
    <div className={styles.tags}>
      {skills.map((skill) => (
        <span key={skill.skill}>
          <StatusTag tone={skill.counts ? 'done' : 'breached'} icon={skill.counts ? StarIcon : undefined}>
            {t('exam.skillLevel', { skill: nameOf(skill.skill), level: skill.level })}
          </StatusTag>{' '}
          {skill.validUntil && <span className={styles.note}>{t(skill.counts ? 'exam.until' : 'exam.ranOut', { date: dates.date(skill.validUntil) })}</span>}
        </span>
      ))}
    </div>
  );
}

const tones: Record<MyExam['status'], Tone> = { OPEN: 'waiting', PASSED: 'done', FAILED: 'breached', WITHDRAWN: 'cancelled' };

/** @param place where papers are opened; without it nothing can be started or opened */
export function ExamCards({ exams, place }: { exams: MyExam[]; place?: string }) {
  return (
    <>
      {exams.map((exam) => (
        <ExamCard key={exam.id} exam={exam} place={place} />
      ))}
    </>
  );
}

function ExamCard({ exam, place }: { exam: MyExam; place?: string }) {
  const t = useText();
  const title = useTitle();
  const dates = useDates();
  const numbers = useNumbers();
  const router = useRouter();
  const { nameOf } = useSkills();
  const start = useAction({
    touches: [['my-exams']],
    run: async (_: void, { headers }) => (await call<Paper>('POST', `/api/v1/my-exams/${exam.id}/papers`, { headers, body: {} })).data,
    onSuccess: ({ id }) => router.history.push(`${place}/${id}`),
  });
  return (
    <section className={styles.card} aria-label={title(exam)}>
      <div className={styles.sides}>
        <h2>{title(exam)}</h2>
        <StatusTag tone={exam.overdue ? 'breached' : tones[exam.status]}>{t(exam.overdue ? 'exam.overdue' : `exam.taker.${exam.status}`)}</StatusTag>
      </div>
      <span>{t('exam.mine.gives', { skill: nameOf(exam.skill), level: exam.level })}</span>
      <span className={styles.note}>
        {t('exam.mine.rules', { minutes: exam.minutes, percent: exam.passPercent, attempts: exam.attemptsAllowed })}
      </span>
      {exam.status === 'OPEN' && <span>{t('exam.mine.due', { date: dates.dateTime(exam.dueAt) })}</span>}
      {exam.renews && exam.status === 'OPEN' && <span className={styles.note}>{t('exam.renews', { date: dates.date(exam.renews) })}</span>}
      {exam.status === 'PASSED' && <span>{exam.validUntil ? t('exam.until', { date: dates.date(exam.validUntil) }) : t('exam.validAlways')}</span>}
      {exam.nextAttemptAt && exam.status === 'OPEN' && <Banner kind="info" title={t('exam.mine.wait', { date: dates.dateTime(exam.nextAttemptAt) })} />}
      {start.error && <Banner kind="error" isLive title={start.error.detail ?? start.error.title}>{start.error.hint}</Banner>}
      {exam.attempts.length > 0 && (
        <ul className={styles.attempts} aria-label={t('exam.attempts')}>
          {exam.attempts.map((attempt) => (
            <li key={attempt.paperId}>
              <span className={styles.grows}>
                {t('exam.attempt', { number: attempt.attempt })} <span className={styles.note}>{dates.dateTime(attempt.startedAt)}</span>
              </span>
              {attempt.status === 'GRADED' && attempt.earned != null && attempt.possible != null ? (
                <StatusTag tone={attempt.passed ? 'done' : 'breached'}>
                  {t(attempt.passed ? 'exam.passedWith' : 'exam.failedWith', { earned: numbers.number(attempt.earned), possible: numbers.number(attempt.possible) })}
                </StatusTag>
              ) : (
                <StatusTag tone="waiting">{t(`exam.paper.${attempt.status}`)}</StatusTag>
              )}
              {place && attempt.status !== 'OPEN' && <AppLink href={`${place}/${attempt.paperId}`}>{t('exam.look')}</AppLink>}
            </li>
          ))}
        </ul>
      )}
      {place && exam.actions.includes('START') && (
        <div className={styles.steps}>
          <Button kind="primary" icon={ChevronRightIcon} isPending={start.isPending} onPress={() => start.mutate()}>
            {t('exam.mine.start', { minutes: exam.minutes })}
          </Button>
        </div>
      )}
      {place && exam.openPaper && (
        <div className={styles.steps}>
          <ButtonLink kind="primary" icon={ChevronRightIcon} href={`${place}/${exam.openPaper}`}>
            {t('exam.mine.continue')}
          </ButtonLink>
        </div>
      )}
    </section>
  );
}
