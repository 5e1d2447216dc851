import { call, ifMatch, useAction } from '@firstfix/api';
import { useDates, useText } from '@firstfix/i18n';
import { Banner, Button, Card, Dialog, ErrorState, KeyValueList, NoPermission, Skeleton, StatusTag, TextField, toast, type Tone } from '@firstfix/ui';
import { CheckIcon, CloseIcon, EditIcon, SlashIcon } from '@firstfix/ui/icons';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, useRouter } from '@tanstack/react-router';
import { useState } from 'react';
import { AppLink, Page, useCan } from '../../index.ts';
import { emptyContent, QuestionForm } from './QuestionForm.tsx';
import { questionTones } from './Questions.tsx';
import { fromCaseQuery, questionQuery, useSkills, useWords, type Content, type Question, type QuestionVersion } from './data.ts';
import styles from './exam.module.css';

const newRoute = getRouteApi('/signed-in/shell/exams/questions/new');
const route = getRouteApi('/signed-in/shell/exams/questions/$code');

/** A new question: empty, or about a case with the truth filled in. */
export function NewQuestionPage() {
  const t = useText();
  const can = useCan();
  const { case: number, about } = newRoute.useSearch();
  const filled = useQuery({ ...fromCaseQuery(number ?? '', about ?? 'LIKELY_CAUSE'), enabled: Boolean(number) && can('exam.set') });
  if (!can('exam.set')) return <Page title={t('exam.question.new')}><NoPermission right="exam.set" /></Page>;
  if (number && filled.isError) return <Page title={t('exam.question.new')}><ErrorState error={filled.error} onRetry={() => void filled.refetch()} /></Page>;
  if (number && !filled.data) return <Page title={t('exam.question.new')}><Skeleton lines={10} height={18} /></Page>;
  return <Writing start={filled.data ?? emptyContent} caseNumber={number} />;
}

function Writing({ start, caseNumber }: { start: Content; caseNumber?: string }) {
  const t = useText();
  const router = useRouter();
  const [content, setContent] = useState(start);
  const save = useAction({
    touches: [['exam-questions'], ['exam-lessons']],
    run: async (_: void, { headers }) => (await call<Question>('POST', '/api/v1/exam-questions', { headers, body: { content, caseNumber: caseNumber ?? null } })).data,
    onSuccess: ({ code }) => {
      toast({ kind: 'success', text: t('exam.question.written', { code }) });
      router.history.push(`/exams/questions/${code}`);
    },
  });
  return (
    <Page
      title={t('exam.question.new')}
      note={caseNumber && <AppLink href={`/cases/${caseNumber}`}>{caseNumber}</AppLink>}
      actions={
        <Button kind="primary" isPending={save.isPending} onPress={() => save.mutate()}>
          {t('exam.question.submit')}
        </Button>
      }
    >
      <div className={styles.narrow}>
        {caseNumber && (
          <Banner kind="info" title={t('exam.question.fromCase')}>
            {t('exam.question.fromCaseText')}
          </Banner>
        )}
        <QuestionForm content={content} onChange={setContent} problem={save.error} />
      </div>
    </Page>
  );
}

type Asks = 'change' | 'refuse' | 'retire';

/** One question with its versions, its review and its life. */
export function QuestionPage() {
  const t = useText();
  const can = useCan();
  const { code } = route.useParams();
  const question = useQuery({ ...questionQuery(code), enabled: can('exam.set') });
  const [asks, setAsks] = useState<Asks | null>(null);
  const review = useAction({
    touches: [['exam-questions'], ['exam-question', code]],
    run: ({ accepted, note, revision }: { accepted: boolean; note: string; revision: number }, { headers }) =>
      call('POST', `/api/v1/exam-questions/${code}/review`, { headers: { ...headers, ...ifMatch(`"${revision}"`) }, body: { accepted, note } }),
    onSuccess: (_, { accepted }) => {
      toast({ kind: 'success', text: t(accepted ? 'exam.question.accepted' : 'exam.question.refused', { code }) });
      setAsks(null);
    },
  });
  if (!can('exam.set')) return <Page title={code}><NoPermission right="exam.set" /></Page>;
  if (question.isError) return <Page title={code}><ErrorState error={question.error} onRetry={() => void question.refetch()} /></Page>;
  if (question.isPending) return <Page title={code}><Skeleton lines={10} height={18} /></Page>;
  const shown = question.data;
  const { actions, revision } = shown;
  return (
    <Page
      title={code}
      note={
        <>
          <StatusTag tone={questionTones[shown.status]}>{t(`exam.questionStatus.${shown.status}`)}</StatusTag>
          {shown.caseNumber && <AppLink href={`/cases/${shown.caseNumber}`}>{shown.caseNumber}</AppLink>}
        </>
      }
      actions={
        <>
          {actions.includes('RETIRE') && <Button icon={SlashIcon} onPress={() => setAsks('retire')}>{t('exam.question.retire')}</Button>}
          {actions.includes('CHANGE') && <Button icon={EditIcon} onPress={() => setAsks('change')}>{t('exam.question.change')}</Button>}
          {actions.includes('REVIEW') && (
            <>
              <Button icon={CloseIcon} onPress={() => setAsks('refuse')}>{t('exam.question.refuse')}</Button>
              <Button kind="primary" icon={CheckIcon} isPending={review.isPending} onPress={() => review.mutate({ accepted: true, note: '', revision })}>
                {t('exam.question.accept')}
              </Button>
            </>
          )}
        </>
      }
    >
      <div className={styles.stack}>
        {review.error && <Banner kind="error" isLive title={review.error.detail ?? review.error.title}>{review.error.hint}</Banner>}
        {shown.draftVersion && shown.status !== 'RETIRED' && !actions.includes('REVIEW') && <Banner kind="info" title={t('exam.question.needsSecond')}>{t('exam.question.needsSecondText')}</Banner>}
        {shown.versions.map((version) => (
          <Version key={version.version} version={version} isActive={version.version === shown.activeVersion} />
        ))}
      </div>
      {asks === 'change' && <ChangeDialog question={shown} onClose={() => setAsks(null)} />}
      {asks === 'refuse' && <SayWhy title={t('exam.question.refuse')} isPending={review.isPending} error={review.error?.at('note')} onClose={() => setAsks(null)} onSay={(note) => review.mutate({ accepted: false, note, revision })} />}
      {asks === 'retire' && <RetireDialog code={code} revision={revision} onClose={() => setAsks(null)} />}
    </Page>
  );
}

const reviewTones: Record<QuestionVersion['review'], Tone> = { PENDING: 'waiting', ACCEPTED: 'done', REFUSED: 'breached' };

function Version({ version, isActive }: { version: QuestionVersion; isActive: boolean }) {
  const t = useText();
  const words = useWords();
  const dates = useDates();
  const { nameOf } = useSkills();
  const { content } = version;
  const right = version.correctedRight ?? content.choices.filter((choice) => choice.right).map((choice) => choice.id);
  return (
    <Card title={t('exam.question.version', { version: version.version })} note={isActive ? t('exam.question.inUse') : undefined} actions={<StatusTag tone={reviewTones[version.review]}>{t(`exam.review.${version.review}`)}</StatusTag>}>
      <div className={styles.columns}>
        <div className={styles.form}>
          {version.voided && <Banner kind="warning" title={t('exam.voided')}>{version.correctionReason}</Banner>}
          {version.correctedRight && <Banner kind="warning" title={t('exam.corrected')}>{version.correctionReason}</Banner>}
          {version.review === 'REFUSED' && <Banner kind="error" title={t('exam.question.refusedBy', { name: version.reviewedBy })}>{version.reviewNote}</Banner>}
          {content.report && <p className={styles.report}>{content.report}</p>}
          <strong>{words(content.text)}</strong>
          {content.choices.length > 0 && (
            <ul className={styles.choices}>
              {content.choices.map((choice) => (
                <li key={choice.id} data-right={right.includes(choice.id) || undefined}>
                  {right.includes(choice.id) ? <CheckIcon title={t('exam.question.right')} /> : <span />}
                  <span className={styles.grows}>{words(choice.text)}</span>
                </li>
              ))}
            </ul>
          )}
          {content.kind === 'SHORT_TEXT' && <KeyValueList items={[{ label: t('exam.modelAnswer'), value: words(content.modelAnswer) }]} />}
          <KeyValueList items={[{ label: t('exam.explanation'), value: words(content.explanation) }]} />
        </div>
        <KeyValueList
          items={[
            { label: t('exam.question.kind'), value: t(`exam.kind.${content.kind}`) },
            { label: t('exam.field.skill'), value: nameOf(content.skill) },
            { label: t('exam.difficulty'), value: t(`exam.difficulty.${content.difficulty}`) },
            { label: t('exam.points'), value: content.points },
            { label: t('exam.question.by'), value: `${version.writtenBy}, ${dates.dateTime(version.writtenAt)}` },
            { label: t('exam.question.reviewedBy'), value: version.reviewedAt ? `${version.reviewedBy}, ${dates.dateTime(version.reviewedAt)}` : null },
          ]}
        />
      </div>
    </Card>
  );
}

function ChangeDialog({ question, onClose }: { question: Question; onClose: () => void }) {
  const t = useText();
  const latest = question.versions[0]?.content ?? emptyContent;
  const [content, setContent] = useState<Content>(latest);
  const save = useAction({
    touches: [['exam-questions'], ['exam-question', question.code]],
    run: () => call('PUT', `/api/v1/exam-questions/${question.code}`, { headers: ifMatch(`"${question.revision}"`), body: { content } }),
    onSuccess: () => {
      toast({ kind: 'success', text: t('exam.question.written', { code: question.code }) });
      onClose();
    },
  });
  return (
    <Dialog
      isOpen
      isSticky
      size="wide"
      onClose={onClose}
      title={t('exam.question.change')}
      footer={
        <>
          <Button onPress={onClose}>{t('common.cancel')}</Button>
          <Button kind="primary" isPending={save.isPending} onPress={() => save.mutate()}>
            {t('exam.question.submit')}
          </Button>
        </>
      }
    >
      <QuestionForm content={content} onChange={setContent} problem={save.error} />
    </Dialog>
  );
}

interface SayWhyProps {
  title: string;
  isPending: boolean;
  error: string | undefined;
  onClose: () => void;
  onSay: (why: string) => void;
}

function SayWhy({ title, isPending, error, onClose, onSay }: SayWhyProps) {
  const t = useText();
  const [why, setWhy] = useState('');
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={title}
      footer={
        <>
          <Button onPress={onClose}>{t('common.cancel')}</Button>
          <Button kind="primary" isPending={isPending} onPress={() => onSay(why)}>
            {title}
          </Button>
        </>
      }
    >
      <TextField label={t('exam.reason')} value={why} onChange={setWhy} error={error} isRequired maxLength={1000} autoFocus />
    </Dialog>
  );
}

function RetireDialog({ code, revision, onClose }: { code: string; revision: number; onClose: () => void }) {
  const t = useText();
  const retire = useAction({
    touches: [['exam-questions'], ['exam-question', code]],
    run: (reason: string, { headers }) => call('POST', `/api/v1/exam-questions/${code}/retire`, { headers: { ...headers, ...ifMatch(`"${revision}"`) }, body: { reason } }),
    onSuccess: onClose,
  });
  return <SayWhy title={t('exam.question.retire')} isPending={retire.isPending} error={retire.error?.at('reason') ?? retire.error?.detail} onClose={onClose} onSay={(reason) => retire.mutate(reason)} />;
}
