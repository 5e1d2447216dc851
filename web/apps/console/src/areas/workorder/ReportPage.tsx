import { call, useAction } from '@firstfix/api';
import { useDates, useText } from '@firstfix/i18n';
import { Banner, Button, ButtonLink, Card, ErrorState, SignatureBox, Skeleton, StatusTag, TextField, toast, type Signature } from '@firstfix/ui';
import { CheckIcon, DownloadIcon, LockIcon, WarningIcon, WrenchIcon } from '@firstfix/ui/icons';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { Page } from '../../shell/Page.tsx';
import { completionQuery, workOrderQuery, useName, type Completion, type Missing, type ReportDocument, type Verification, type WorkOrder } from './data.ts';
import { strokesOf } from './strokes.ts';
import styles from './workorder.module.css';

const route = getRouteApi('/signed-in/shell/reports/$number');

/** The service report as the customer reads it; signed here, and verified afterwards. */
export function ReportPage() {
  const t = useText();
  const { number } = route.useParams();
  const order = useQuery(workOrderQuery(number));
  const completion = useQuery(completionQuery(number));
  const title = t('workorder.reportOf', { number });
  const failed = order.error ?? completion.error;
  if (failed) {
    return (
      <Page title={title}>
        <ErrorState error={failed} title={t('workorder.notShown')} onRetry={() => void Promise.all([order.refetch(), completion.refetch()])} />
      </Page>
    );
  }
  if (!order.data || !completion.data) {
    return (
      <Page title={title}>
        <Skeleton lines={10} height={18} />
      </Page>
    );
  }
  const { report } = order.data;
  return (
    <Page
      title={title}
      note={report.signed ? <StatusTag tone="done">{t('workorder.signed')}</StatusTag> : <StatusTag tone="new">{t('workorder.unsigned')}</StatusTag>}
      actions={
        <>
          <ButtonLink icon={WrenchIcon} href={`/work-orders/${number}`}>
            {t('workorder.order')}
          </ButtonLink>
          {report.signed && (
            <ButtonLink kind="primary" icon={DownloadIcon} href={`/api/v1/work-orders/${number}/report.pdf`} target="_blank">
              {t('workorder.pdf')}
            </ButtonLink>
          )}
        </>
      }
    >
      <div className={styles.sheet}>
        <Paper document={completion.data.document} order={order.data} />
        <div className={styles.stack}>
          {report.signed ? <Proof order={order.data} /> : <Signing order={order.data} completion={completion.data} />}
        </div>
      </div>
    </Page>
  );
}

function Signing({ order, completion }: { order: WorkOrder; completion: Completion }) {
  const t = useText();
  const queries = useQueryClient();
  const [name, setName] = useState('');
  const [signature, setSignature] = useState<Signature | null>(null);
  const strokes = signature ? strokesOf(signature) : null;
  const sign = useAction({
    run: async (_: void, { headers }) =>
      (
        await call<WorkOrder>('POST', `/api/v1/work-orders/${order.number}/sign`, {
          headers,
          body: { name, strokes, documentSha256: completion.documentSha256 },
        })
      ).data,
    touches: [['work-orders']],
    onSuccess: async (signed: WorkOrder) => {
      queries.setQueryData(workOrderQuery(order.number).queryKey, signed);
      toast({ kind: 'success', text: t('workorder.signedBy', { name }) });
      await queries.invalidateQueries({ queryKey: completionQuery(order.number).queryKey });
    },
  });
  if (completion.beforeSignature.length > 0) {
    return (
      <Card title={t('workorder.notReady')}>
        <p className={styles.note}>{t('workorder.missingBefore', { count: completion.beforeSignature.length })}</p>
        <MissingList missing={completion.beforeSignature} order={order} />
      </Card>
    );
  }
  if (!order.actions.includes('SIGN')) {
    return <Banner title={t('workorder.engineerSigns')}>{t('workorder.engineerSignsText')}</Banner>;
  }
  return (
    <Card title={t('workorder.customerSigns')}>
      <div className={styles.form}>
        {sign.error && (
          <Banner kind="error" title={sign.error.detail ?? sign.error.title} isLive>
            {sign.error.hint}
          </Banner>
        )}
        <p className={styles.note}>{t('workorder.signText')}</p>
        <SignatureBox label={t('workorder.signature')} onChange={setSignature} />
        <TextField label={t('workorder.signer')} value={name} onChange={setName} isRequired maxLength={100} autoComplete="name" error={sign.error?.at('name')} />
        <Button kind="primary" icon={LockIcon} isPending={sign.isPending} isDisabled={!strokes || !name.trim()} onPress={() => sign.mutate()}>
          {t('workorder.sign')}
        </Button>
      </div>
    </Card>
  );
}

export function MissingList({ missing, order }: { missing: Missing[]; order: WorkOrder }) {
  const t = useText();
  return (
    <ul className={styles.rows}>
      {missing.map((item) => {
        const check = order.checklist.find((one) => one.position === item.position);
        return (
          <li key={`${item.code}:${item.position ?? ''}`} className={styles.row}>
            <WarningIcon size={14} />
            <span>
              {t(`workorder.missing.${item.code}`)}
              {check && <CheckName zh={check.textZh} en={check.textEn} />}
            </span>
          </li>
        );
      })}
    </ul>
  );
}

function CheckName({ zh, en }: { zh: string; en: string }) {
  const name = useName();
  return <span className={styles.small}> {name({ nameZh: zh, nameEn: en })}</span>;
}

function Proof({ order }: { order: WorkOrder }) {
  const t = useText();
  const dates = useDates(order.site.zone);
  const { report } = order;
  const verification = useQuery({
    queryKey: ['verification', order.number],
    queryFn: async ({ signal }) => (await call<Verification>('GET', `/api/v1/work-orders/${order.number}/verification`, { signal })).data,
  });
  return (
    <>
      <Card title={t('workorder.signature')}>
        {report.signatureFileId && <img src={`/api/v1/files/${report.signatureFileId}`} alt={t('workorder.signatureOf', { name: report.signedByName ?? '' })} width={300} style={{ maxWidth: '100%', background: '#fff' }} />}
        <p>
          <strong>{report.signedByName}</strong>
        </p>
        <p className={styles.note}>{report.signedAt && dates.exact(report.signedAt)}</p>
      </Card>
      <Card title={t('workorder.verification')}>
        {verification.isPending ? (
          <Skeleton lines={3} />
        ) : verification.error ? (
          <ErrorState error={verification.error} onRetry={() => void verification.refetch()} />
        ) : (
          <>
            <Verdict holds={verification.data.documentMatches} yes={t('workorder.documentHolds')} no={t('workorder.documentChanged')} />
            <Verdict holds={verification.data.signatureMatches} yes={t('workorder.signatureHolds')} no={t('workorder.signatureChanged')} />
            {verification.data.printMatches !== null && (
              <Verdict holds={verification.data.printMatches} yes={t('workorder.printHolds')} no={t('workorder.printChanged')} />
            )}
            <p className={styles.label}>{t('workorder.hash')}</p>
            <p className={styles.hash}>{verification.data.documentSha256}</p>
          </>
        )}
      </Card>
    </>
  );
}

function Verdict({ holds, yes, no }: { holds: boolean; yes: string; no: string }) {
  return (
    <p className={styles.verdict}>
      {holds ? <CheckIcon size={16} /> : <WarningIcon size={16} />}
      <span className={holds ? undefined : styles.flagged}>{holds ? yes : no}</span>
    </p>
  );
}

/** The document in the customer's language: what is hashed is what stands here. */
function Paper({ document, order }: { document: ReportDocument; order: WorkOrder }) {
  const t = useText();
  const zh = document.language === 'zh-CN';
  // The customer's language, which need not be the reader's.
  const word = (key: string) => t(`workorder.paper.${key}`, { language: zh ? 'zh' : 'en' });
  const facts: [string, string][] = [
    [word('customer'), `${document.customer.name} ${document.customer.number}`],
    [word('machine'), document.machine.model],
    [word('site'), document.customer.site],
    [word('serial'), document.machine.serial],
    [word('address'), document.customer.address],
    [word('location'), document.machine.location],
    [word('contact'), document.customer.contact],
    [word('engineer'), document.engineer],
    [word('arrived'), document.arrivedAt],
  ];
  return (
    <article className={styles.paper} lang={document.language} aria-label={`${word('title')} ${document.number}`}>
      <div className={styles.paperHead}>
        <div>
          <div className={styles.paperHouse}>{document.house}</div>
          <h2>{word('title')}</h2>
        </div>
        <div className={styles.paperSide}>
          {document.caseNumber}
          <strong>{document.number}</strong>
          {document.workType}
        </div>
      </div>
      <p>
        <strong>{document.subject}</strong>
      </p>
      <dl className={styles.paperFacts}>
        {facts
          .filter(([, value]) => value.trim())
          .map(([label, value]) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
      </dl>
      {document.checklist.length > 0 && (
        <Part title={word('checklist')}>
          <table className={styles.paperTable}>
            <tbody>
              {document.checklist.map((check) => (
                <tr key={check.text}>
                  <td>
                    {check.text}
                    {check.note && <div className={styles.paperNote}>{check.note}</div>}
                  </td>
                  <td className={check.flagged ? styles.fault : undefined}>{check.answer}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </Part>
      )}
      <Prose title={word('findings')} text={document.findings} />
      <Prose title={word('actions')} text={document.actions} />
      {document.parts.length > 0 && (
        <Part title={word('parts')}>
          <table className={styles.paperTable}>
            <tbody>
              {document.parts.map((part, row) => (
                // Two of the same part are two lines: their place tells them apart.
                <tr key={`${part.number}:${part.kind}:${part.serial}:${row}`}>
                  <td>{part.kind}</td>
                  <td>{part.number}</td>
                  <td>{part.name}</td>
                  <td>{part.quantity}</td>
                  <td>{part.serial}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </Part>
      )}
      <Prose title={word('advice')} text={document.advice} />
      {document.pauses.length > 0 && (
        <Part title={word('pauses')}>
          <table className={styles.paperTable}>
            <tbody>
              {document.pauses.map((pause) => (
                <tr key={pause.from}>
                  <td>
                    {pause.reason}
                    <div className={styles.paperNote}>{[`${pause.from} – ${pause.until}`, pause.evidence].filter(Boolean).join(' · ')}</div>
                  </td>
                  <td>{pause.time}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </Part>
      )}
      <Prose title={word('causes')} text={document.trueCauses.join(zh ? '、' : ', ')} />
      <Prose title={word('outcome')} text={[document.outcomeText, document.outcomeNote].filter(Boolean).join(zh ? '：' : ': ')} />
      {order.report.signed && order.report.signatureFileId && (
        <Part title={word('signature')}>
          <div className={styles.paperSignature}>
            <img src={`/api/v1/files/${order.report.signatureFileId}`} alt={order.report.signedByName ?? ''} />
            <strong>{order.report.signedByName}</strong>
          </div>
        </Part>
      )}
    </article>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section>
      <h3>{title}</h3>
      {children}
    </section>
  );
}

function Prose({ title, text }: { title: string; text: string }) {
  return text ? (
    <Part title={title}>
      <p className={styles.prose}>{text}</p>
    </Part>
  ) : null;
}
