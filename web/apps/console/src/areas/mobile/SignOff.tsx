import { api, isProblem, take, useAction } from '@firstfix/api';
import { useNumbers, useText } from '@firstfix/i18n';
import { Banner, Button, ErrorState, SignatureBox, Skeleton, TextField, type Signature } from '@firstfix/ui';
import { CheckIcon } from '@firstfix/ui/icons';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { useEffect, useState, type ReactNode } from 'react';
import { strokesOf } from '../workorder/strokes.ts';
import { completionQuery, workOrderQuery, type Completion, type WorkOrder } from './data.ts';
import type { ReportDraft } from './report.ts';
import styles from './mobile.module.css';

/** The phone in the customer's hand: what was done, in the customer's language, and exactly what is signed. */
export function SignOff({ number, order, report: { writing } }: { number: string; order: WorkOrder; report: ReportDraft }) {
  const t = useText();
  const queries = useQueryClient();
  const router = useRouter();
  const [isReady, setReady] = useState(false);
  const completion = useQuery({ ...completionQuery(order.number), enabled: isReady, staleTime: 0, refetchOnMount: 'always' });
  const [name, setName] = useState(order.contact?.name ?? '');
  const [signature, setSignature] = useState<Signature | null>(null);
  const [asked, setAsked] = useState(false);
  // A dot is no signature.
  const strokes = signature ? strokesOf(signature) : null;
  useEffect(() => {
    scrollTo({ top: 0 });
    // Nothing that is still on its way may be missing from what the customer reads.
    void writing.flush().then(() => setReady(true));
  }, [writing]);

  const sign = useAction({
    run: async (document: Completion, { headers }) => {
      return (await take(
        api.POST('/api/v1/work-orders/{number}/sign', {
          params: { path: { number: order.number } },
          headers,
          body: { name: name.trim(), strokes: strokes ?? [], documentSha256: document.documentSha256 },
        }),
      )) as WorkOrder;
    },
    onSuccess: (view) => {
      queries.setQueryData(workOrderQuery(order.number).queryKey, view);
      void queries.invalidateQueries({ queryKey: completionQuery(order.number).queryKey });
      // Not one step more to go back through, and from the top: there stands the report.
      void router.navigate({ to: '/m/visits/$number', params: { number }, replace: true });
    },
    onError: (problem) => {
      if (problem.code === 'workorder.document-changed') void completion.refetch();
    },
  });

  if (completion.error) return <ErrorState error={completion.error} onRetry={() => void completion.refetch()} />;
  if (!completion.data || !isReady) {
    return (
      <div className={styles.card}>
        <Skeleton lines={8} height={18} />
      </div>
    );
  }
  const { document, beforeSignature } = completion.data;
  const problem = sign.error;
  const lacksName = asked && !name.trim();
  const lacksSignature = asked && !strokes;
  return (
    <>
      {beforeSignature.length > 0 && <Banner kind="warning" title={t('mobile.sign.incomplete', { count: beforeSignature.length })} />}
      <Paper document={document} />
      <section className={styles.card} aria-label={t('mobile.sign.title')}>
        <div className={styles.stack}>
          <p lang={document.language}>{t('mobile.paper.confirm', { language: short(document.language) })}</p>
          <TextField label={t('mobile.sign.name')} isRequired value={name} maxLength={100} autoComplete="off" onChange={setName} error={lacksName ? t('mobile.sign.nameMissing') : problem?.at('name')} />
          <SignatureBox label={t('mobile.sign.signature')} onChange={setSignature} />
          {lacksSignature && (
            <p className={styles.refused} role="alert">
              {t('mobile.sign.signatureMissing')}
            </p>
          )}
          {problem && (
            <Banner kind="error" isLive title={isProblem(problem) && problem.isNetwork ? t('ui.error.network') : (problem.at('strokes') ?? problem.detail ?? problem.title)}>
              {problem.hint}
            </Banner>
          )}
          <Button
            kind="primary"
            icon={CheckIcon}
            isPending={sign.isPending || completion.isFetching}
            onPress={() => {
              setAsked(true);
              if (name.trim() && strokes) sign.mutate(completion.data);
            }}
          >
            {t('mobile.sign.confirm')}
          </Button>
          <p className={styles.hash}>{t('mobile.sign.hash', { hash: completion.data.documentSha256 })}</p>
        </div>
      </section>
    </>
  );
}

const short = (language: string) => (language.startsWith('zh') ? 'zh' : 'en');

/** Every value as it stands in the document that is hashed; the headings around it in the same language. */
function Paper({ document }: { document: Completion['document'] }) {
  const t = useText();
  const numbers = useNumbers();
  const language = short(document.language);
  const heading = (key: string) => t(`mobile.paper.${key}`, { language });
  const { customer, machine } = document;
  return (
    <section className={styles.paper} lang={document.language} aria-label={heading('title')}>
      <header>
        <h2>{heading('title')}</h2>
        <p className={styles.note}>
          {document.house} · {document.number} · {document.workType}
        </p>
      </header>
      <dl>
        <Line name={heading('subject')}>{document.subject}</Line>
        <Line name={heading('customer')}>
          {customer.name}
          <br />
          {[customer.site, customer.address].filter(Boolean).join(' · ')}
        </Line>
        {machine.serial && <Line name={heading('machine')}>{[machine.model, machine.serial, machine.location].filter(Boolean).join(' · ')}</Line>}
        <Line name={heading('engineer')}>{[document.engineer, document.arrivedAt].filter(Boolean).join(' · ')}</Line>
        <Line name={heading('outcome')}>
          {document.outcomeText}
          {document.outcomeNote && (
            <>
              <br />
              {document.outcomeNote}
            </>
          )}
        </Line>
        {document.findings && <Line name={heading('findings')}>{document.findings}</Line>}
        {document.trueCauses.length > 0 && <Line name={heading('causes')}>{document.trueCauses.join(', ')}</Line>}
        {document.actions && <Line name={heading('actions')}>{document.actions}</Line>}
        {document.advice && <Line name={heading('advice')}>{document.advice}</Line>}
      </dl>
      {document.pauses.length > 0 && (
        <>
          <h3>{heading('pauses')}</h3>
          <ul>
            {document.pauses.map((pause) => (
              <li key={pause.from}>
                {pause.reason}: {pause.time}
                <span className={styles.note}> {[`${pause.from} – ${pause.until}`, pause.evidence].filter(Boolean).join(' · ')}</span>
              </li>
            ))}
          </ul>
        </>
      )}
      {document.parts.length > 0 && (
        <>
          <h3>{heading('parts')}</h3>
          <ul>
            {document.parts.map((part, position) => (
              // The document has no ids, and its order never changes while it is shown.
              <li key={`${part.number}-${position}`}>
                {part.kind}: {part.name || part.number} × {numbers.number(part.quantity)}
                <span className={styles.note}> {[part.number, part.serial].filter(Boolean).join(' · ')}</span>
              </li>
            ))}
          </ul>
        </>
      )}
      {document.checklist.length > 0 && (
        <>
          <h3>{heading('checklist')}</h3>
          <ul>
            {document.checklist.map((check, position) => (
              <li key={`${check.text}-${position}`} className={styles.paperCheck} data-flagged={check.flagged || undefined}>
                <span className={styles.grows}>
                  {check.text}
                  {check.note && <span className={styles.note}> {check.note}</span>}
                </span>
                <strong>{check.answer}</strong>
              </li>
            ))}
          </ul>
        </>
      )}
      {document.photos.length > 0 && (
        <>
          <h3>{heading('photos')}</h3>
          <p>{document.photos.map((photo) => photo.moment).join(', ')}</p>
        </>
      )}
    </section>
  );
}

function Line({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
