import { call, ifMatch, useAction, type ProblemError } from '@firstfix/api';
import { useDates, useDurations, useNumbers, useText } from '@firstfix/i18n';
import { Banner, Button, ButtonLink, Card, Dialog, EmptyState, ErrorState, KeyValueList, Menu, PriorityMark, Select, Skeleton, SlaRing, StatusTag, TextArea, TextField, toast } from '@firstfix/ui';
import { CalendarIcon, FileIcon, MoreIcon, PlusIcon } from '@firstfix/ui/icons';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { useCan } from '../../session/session.ts';
import { AppLink } from '../../shell/AppLink.tsx';
import { Page } from '../../shell/Page.tsx';
import { useWorkTab } from '../../shell/workTabs.ts';
import { AgreeDialog } from '../dispatch/dialogs.ts';
import { causesQuery, levelOf, skillsQuery, toneOf, useName, visitsQuery, visitTone, workOrderQuery, type Check, type WorkOrder } from './data.ts';
import styles from './workorder.module.css';

const route = getRouteApi('/signed-in/shell/work-orders/$number');

/** Everything about one visit. */
export function WorkOrderPage() {
  const t = useText();
  const { number } = route.useParams();
  const order = useQuery(workOrderQuery(number));
  useWorkTab(`/work-orders/${number}`, order.data ? `${number} ${order.data.customer.name}` : undefined);
  if (order.isPending) {
    return (
      <Page title={number}>
        <Skeleton lines={8} height={18} />
      </Page>
    );
  }
  if (order.error) {
    return (
      <Page title={number}>
        <ErrorState error={order.error} onRetry={() => void order.refetch()} title={t('workorder.notShown')} />
      </Page>
    );
  }
  return <Shown order={order.data} />;
}

function Shown({ order }: { order: WorkOrder }) {
  const t = useText();
  const name = useName();
  const dates = useDates(order.site.zone);
  const durations = useDurations();
  const queries = useQueryClient();
  const skills = useQuery({ ...skillsQuery, enabled: order.requiredSkill !== null });
  const skill = skills.data?.find((one) => one.code === order.requiredSkill);
  const [asked, setAsked] = useState<'cancel' | 'line' | 'crew' | null>(null);
  const may = (action: string) => order.actions.includes(action);
  const open = !['COMPLETED', 'CANCELLED', 'HANDED_OVER', 'ENDED_OPEN'].includes(order.status);
  const step = useAction({
    run: async (path: string, { headers }) => (await call<WorkOrder>('POST', `/api/v1/work-orders/${order.number}/${path}`, { headers, body: {} })).data,
    touches: [['work-orders'], ['unassigned'], ['appointments']],
    onSuccess: (changed: WorkOrder) => {
      queries.setQueryData(workOrderQuery(order.number).queryKey, changed);
      toast({ kind: 'success', text: t('workorder.changed', { number: order.number, status: t(`workorder.status.${changed.status}`) }) });
    },
  });
  const others = [...(may('CREW_SIZE') ? [{ id: 'crew', label: t('workorder.changeCrew') }] : []), ...(may('ADD_LINE') ? [{ id: 'line', label: t('workorder.addLine') }] : []), ...(may('CANCEL') ? [{ id: 'cancel', label: t('workorder.cancel') }] : [])];
  return (
    <Page
      title={order.subject}
      note={
        <span className={styles.tags}>
          <span className={styles.number}>{order.number}</span>
          <StatusTag tone={toneOf[order.status]}>{t(`workorder.status.${order.status}`)}</StatusTag>
          <PriorityMark level={levelOf(order.priority)} />
          {order.dueAt && open && <SlaRing due={order.dueAt} start={order.releasedAt} />}
        </span>
      }
      actions={
        <>
          {may('PART_ARRIVED') && (
            <Button kind="primary" isPending={step.isPending} onPress={() => step.mutate('part-arrived')}>
              {t('workorder.partArrived')}
            </Button>
          )}
          {may('CUSTOMER_READY') && (
            <Button kind="primary" isPending={step.isPending} onPress={() => step.mutate('customer-ready')}>
              {t('workorder.customerReady')}
            </Button>
          )}
          <ButtonLink icon={FileIcon} href={`/reports/${order.number}`}>
            {t('workorder.report')}
          </ButtonLink>
          {others.length > 0 && (
            <Menu
              label={t('workorder.more')}
              entries={others}
              onAction={(id) => setAsked(id as 'cancel' | 'line' | 'crew')}
              trigger={
                <Button kind="quiet" icon={MoreIcon}>
                  {t('workorder.more')}
                </Button>
              }
            />
          )}
        </>
      }
    >
      <div className={styles.columns}>
        <div className={styles.stack}>
          {step.error && <Problem error={step.error} />}
          {order.serviceCase.criticalWatch && <Banner kind="warning" title={t('workorder.criticalWatch')} />}
          {order.visitNumber > 1 && <Banner title={t('workorder.followUp', { visit: order.visitNumber })}>{t(`workorder.reason.${order.visitReason}`)}</Banner>}
          <Card title={t('workorder.checklist')} count={order.checklist.filter((item) => item.answer).length} note={t('workorder.ofAll', { count: order.checklist.length })}>
            <ul className={styles.rows}>
              {order.checklist.map((item) => (
                <CheckRow key={item.position} item={item} />
              ))}
            </ul>
          </Card>
          <ReportCard order={order} />
          <Card title={t('workorder.parts')}>
            {order.parts.length === 0 ? (
              <p className={styles.note}>{t('workorder.noParts')}</p>
            ) : (
              <ul className={styles.rows}>
                {order.parts.map((part) => (
                  <li key={part.id} className={styles.row}>
                    <StatusTag tone={part.kind === 'USED' ? 'done' : part.kind === 'DEAD_ON_ARRIVAL' ? 'breached' : 'new'}>{t(`workorder.partKind.${part.kind}`)}</StatusTag>
                    <span className={styles.grow}>
                      {name(part)} <span className={styles.small}>{part.partNumber}</span>
                    </span>
                    <span className={styles.small}>{part.serial}</span>
                    <span className={styles.number}>{t('workorder.times', { quantity: part.quantity })}</span>
                  </li>
                ))}
              </ul>
            )}
          </Card>
          {order.photos.length > 0 && (
            <Card title={t('workorder.photos')}>
              <ul className={styles.photos}>
                {order.photos.map((photo) => (
                  <li key={photo.fileId} className={styles.photo}>
                    <a href={`/api/v1/files/${photo.fileId}`} target="_blank" rel="noreferrer">
                      <img src={`/api/v1/files/${photo.fileId}`} alt={t(`workorder.moment.${photo.moment}`)} loading="lazy" />
                    </a>
                    <span className={styles.small}>{t(`workorder.moment.${photo.moment}`)}</span>
                  </li>
                ))}
              </ul>
            </Card>
          )}
          <Card title={t('workorder.lines')}>
            <ul className={styles.rows}>
              {order.lines.map((line) => (
                <li key={line.position} className={styles.row}>
                  <StatusTag tone={line.status === 'DONE' ? 'done' : line.status === 'DROPPED' ? 'cancelled' : 'new'}>{t(`workorder.line.${line.status}`)}</StatusTag>
                  <span className={styles.grow}>{line.task}</span>
                </li>
              ))}
            </ul>
          </Card>
        </div>
        <div className={styles.stack}>
          <Card title={t('workorder.whoAndWhere')}>
            <KeyValueList
              items={[
                { label: t('workorder.case'), value: <AppLink href={`/cases/${order.serviceCase.number}`}>{order.serviceCase.number}</AppLink> },
                { label: t('workorder.customer'), value: <AppLink href={`/customers/${order.customer.number}`}>{order.customer.name}</AppLink> },
                { label: t('workorder.site'), value: <AppLink href={`/sites/${order.site.number}`}>{order.site.name}</AppLink> },
                { label: t('workorder.address'), value: `${order.site.city} ${order.site.address}` },
                ...(order.site.accessNotes ? [{ label: t('workorder.access'), value: order.site.accessNotes }] : []),
                { label: t('workorder.contact'), value: order.contact && `${order.contact.name} ${order.contact.mobile || order.contact.phone}` },
                {
                  label: t('workorder.machine'),
                  value: order.machine && (
                    <AppLink href={`/assets/${order.machine.serial}`}>{`${name({ nameZh: order.machine.modelNameZh, nameEn: order.machine.modelNameEn })} ${order.machine.serial}`}</AppLink>
                  ),
                },
                { label: t('workorder.location'), value: order.machine?.location },
                { label: t('workorder.workType'), value: name(order.workType) },
                { label: t('workorder.skill'), value: skill ? name(skill) : order.requiredSkill },
                { label: t('workorder.expected'), value: durations.full(order.expectedMinutes * 60) },
                { label: t('workorder.crewSize'), value: t('workorder.people', { count: order.crewSize }) },
                { label: t('workorder.engineer'), value: order.engineerName },
                { label: t('workorder.due'), value: order.dueAt && dates.dateTime(order.dueAt) },
                { label: t('workorder.arrived'), value: order.startedAt && dates.dateTime(order.startedAt) },
                { label: t('workorder.left'), value: order.finishedAt && dates.dateTime(order.finishedAt) },
              ]}
            />
          </Card>
          <PredictionCard order={order} />
          <Appointments order={order} open={open} />
          {order.visits.length > 1 && (
            <Card title={t('workorder.visits')}>
              <ul className={styles.rows}>
                {order.visits.map((visit) => (
                  <li key={visit.number} className={styles.row}>
                    <span className={styles.number}>{visit.visitNumber}</span>
                    <span className={styles.grow}>
                      {visit.number === order.number ? visit.number : <AppLink href={`/work-orders/${visit.number}`}>{visit.number}</AppLink>}{' '}
                      <span className={styles.small}>{visit.outcome ? t(`workorder.outcome.${visit.outcome}`) : ''}</span>
                    </span>
                    <StatusTag tone={toneOf[visit.status]}>{t(`workorder.status.${visit.status}`)}</StatusTag>
                  </li>
                ))}
              </ul>
            </Card>
          )}
        </div>
      </div>
      {asked === 'crew' && <AskCrew order={order} onClose={() => setAsked(null)} />}
      {asked && asked !== 'crew' && <AskText order={order} what={asked} onClose={() => setAsked(null)} />}
    </Page>
  );
}

function Problem({ error }: { error: ProblemError }) {
  return (
    <Banner kind="error" title={error.detail ?? error.title} isLive>
      {error.hint}
    </Banner>
  );
}

function CheckRow({ item }: { item: Check }) {
  const t = useText();
  const name = useName();
  const numbers = useNumbers();
  const fault = item.answer === 'NOT_OK' || item.outOfRange;
  const range = item.low !== null || item.high !== null ? t('workorder.range', { low: item.low ?? '–', high: item.high ?? '–', unit: item.unit }) : '';
  return (
    <li className={styles.row}>
      <StatusTag tone={!item.answer ? 'new' : fault ? 'breached' : item.answer === 'NOT_APPLICABLE' ? 'cancelled' : 'done'}>
        {item.outOfRange ? t('workorder.outOfRange') : t(`workorder.answer.${item.answer ?? 'OPEN'}`)}
      </StatusTag>
      <span className={styles.grow}>
        {name({ nameZh: item.textZh, nameEn: item.textEn })} {item.note && <span className={styles.small}>{item.note}</span>}
      </span>
      {item.reading !== null && (
        <span className={fault ? styles.flagged : styles.number}>
          {numbers.number(item.reading)} {item.unit}
        </span>
      )}
      {range && <span className={styles.small}>{range}</span>}
    </li>
  );
}

function ReportCard({ order }: { order: WorkOrder }) {
  const t = useText();
  const name = useName();
  const dates = useDates(order.site.zone);
  const causes = useQuery({ ...causesQuery, enabled: order.report.trueCauses.length > 0 });
  const { report } = order;
  const known = new Map((causes.data ?? []).map((cause) => [cause.code, name(cause)]));
  const missing = order.actions.includes('WRITE') ? order.missing : [];
  const texts = [
    ['findings', report.findings],
    ['done', report.actions],
    ['causes', report.trueCauses.map((code) => known.get(code) ?? code).join(', ')],
    ['advice', report.advice],
    ['outcome', [report.outcome ? t(`workorder.outcome.${report.outcome}`) : '', report.outcomeNote].filter(Boolean).join(' · ')],
  ] as const;
  const written = texts.filter(([, text]) => text);
  return (
    <Card
      title={t('workorder.report')}
      actions={
        report.signed ? (
          <StatusTag tone="done">{t('workorder.signedBy', { name: report.signedByName ?? '' })}</StatusTag>
        ) : (
          <AppLink href={`/reports/${order.number}`}>{t('workorder.openReport')}</AppLink>
        )
      }
    >
      {written.length === 0 && <p className={styles.note}>{t('workorder.nothingWritten')}</p>}
      {written.map(([key, text]) => (
        <div key={key}>
          <div className={styles.label}>{t(`workorder.text.${key}`)}</div>
          <p className={styles.prose}>{text}</p>
        </div>
      ))}
      {report.signedAt && <p className={styles.small}>{t('workorder.signedAt', { at: dates.exact(report.signedAt) })}</p>}
      {missing.length > 0 && (
        <p className={styles.small}>
          {t('workorder.missingBefore', { count: missing.length })} {[...new Set(missing.map((item) => t(`workorder.missing.${item.code}`)))].join(', ')}
        </p>
      )}
    </Card>
  );
}

function PredictionCard({ order }: { order: WorkOrder }) {
  const t = useText();
  const name = useName();
  const numbers = useNumbers();
  const { prediction } = order;
  return (
    <Card title={t('workorder.prediction')}>
      {!prediction || (prediction.likelyCauses.length === 0 && !prediction.unknown) ? (
        <p className={styles.note}>{t('workorder.noPrediction')}</p>
      ) : (
        <>
          {prediction.unknown && <p className={styles.note}>{t('workorder.unknownCause')}</p>}
          <ul className={styles.rows}>
            {prediction.likelyCauses.map((cause) => (
              <li key={cause.code} className={styles.row}>
                <span className={styles.grow}>{name(cause)}</span>
                <span className={styles.number}>{numbers.percent(cause.probability)}</span>
              </li>
            ))}
          </ul>
          <div className={styles.label}>{t('workorder.carried')}</div>
          {prediction.carriedParts.length === 0 ? (
            <p className={styles.note}>{t('workorder.nothingCarried')}</p>
          ) : (
            <ul className={styles.rows}>
              {prediction.carriedParts.map((part) => (
                <li key={part.number} className={styles.row}>
                  <span className={styles.grow}>{name(part)}</span>
                  <span className={styles.small}>{part.number}</span>
                </li>
              ))}
            </ul>
          )}
          {prediction.remarks && <p className={styles.prose}>{prediction.remarks}</p>}
        </>
      )}
    </Card>
  );
}

function Appointments({ order, open }: { order: WorkOrder; open: boolean }) {
  const t = useText();
  const can = useCan();
  const [agrees, setAgrees] = useState(false);
  const dates = useDates(order.site.zone);
  const visits = useQuery(visitsQuery(order.number));
  const isBooked = visits.data?.some((visit) => visit.status !== 'CANCELLED' && visit.status !== 'DONE');
  const next = (
    <span className={styles.tags}>
      {open && can('appointment.agree') && (
        <Button kind="primary" icon={CalendarIcon} onPress={() => setAgrees(true)}>
          {t('workorder.agree')}
        </Button>
      )}
      <ButtonLink href={`/unassigned?order=${order.number}`}>{t('workorder.dispatch')}</ButtonLink>
    </span>
  );
  return (
    <Card title={t('workorder.appointments')}>
      {visits.isPending ? (
        <Skeleton lines={2} />
      ) : visits.error ? (
        <ErrorState error={visits.error} onRetry={() => void visits.refetch()} />
      ) : visits.data.length === 0 ? (
        <EmptyState
          title={t('workorder.noAppointment')}
          action={next}
        />
      ) : (
        <>
          <ul className={styles.rows}>
            {visits.data.map((visit) => (
              <li key={visit.number} className={styles.row}>
                <StatusTag tone={visitTone[visit.status]}>{t(`workorder.appointment.${visit.status}`)}</StatusTag>
                <span className={styles.grow}>
                  {dates.dateTime(visit.startsAt)}–{dates.time(visit.endsAt)} {visit.engineerName}
                  {visit.cancelReason && <span className={styles.small}> {visit.cancelReason}</span>}
                </span>
                <span className={styles.small}>{visit.number}</span>
              </li>
            ))}
          </ul>
          {open && !isBooked && next}
        </>
      )}
      {agrees && <AgreeDialog order={order} onClose={() => setAgrees(false)} />}
    </Card>
  );
}

/** How many engineers the visit needs, and why. */
function AskCrew({ order, onClose }: { order: WorkOrder; onClose: () => void }) {
  const t = useText();
  const [size, setSize] = useState(String(order.crewSize));
  const [reason, setReason] = useState('');
  const queries = useQueryClient();
  const act = useAction({
    run: async (_: void, { headers }) =>
      (
        await call<WorkOrder>('PUT', `/api/v1/work-orders/${order.number}/crew-size`, {
          headers: { ...headers, ...ifMatch(`"${order.version}"`) },
          body: { size: Number(size), reason },
        })
      ).data,
    touches: [['work-orders'], ['unassigned'], ['appointments'], ['board'], ['board-suggestions'], ['candidates']],
    onSuccess: (changed: WorkOrder) => {
      queries.setQueryData(workOrderQuery(order.number).queryKey, changed);
      onClose();
    },
  });
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t('workorder.changeCrew')}
      footer={
        <>
          <Button onPress={onClose}>{t('common.close')}</Button>
          <Button kind="primary" isPending={act.isPending} isDisabled={!reason.trim() || size === String(order.crewSize)} onPress={() => act.mutate()}>
            {t('workorder.changeCrew')}
          </Button>
        </>
      }
    >
      <div className={styles.form}>
        {act.error && <Problem error={act.error} />}
        <Select label={t('workorder.crewSize')} options={[1, 2, 3, 4].map((count) => ({ id: String(count), label: t('workorder.people', { count }) }))} value={size} onChange={setSize} error={act.error?.at('size')} />
        <TextArea label={t('workorder.reason')} value={reason} onChange={setReason} rows={3} isRequired maxLength={1000} error={act.error?.at('reason')} />
      </div>
    </Dialog>
  );
}

function AskText({ order, what, onClose }: { order: WorkOrder; what: 'cancel' | 'line'; onClose: () => void }) {
  const t = useText();
  const [text, setText] = useState('');
  const queries = useQueryClient();
  const act = useAction({
    run: async (_: void, { headers }) =>
      (
        await call<WorkOrder>('POST', `/api/v1/work-orders/${order.number}/${what === 'cancel' ? 'cancel' : 'lines'}`, {
          headers,
          body: what === 'cancel' ? { reason: text } : { task: text },
        })
      ).data,
    touches: [['work-orders'], ['unassigned'], ['appointments']],
    onSuccess: (changed: WorkOrder) => {
      queries.setQueryData(workOrderQuery(order.number).queryKey, changed);
      onClose();
    },
  });
  const label = t(what === 'cancel' ? 'workorder.reason' : 'workorder.task');
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t(what === 'cancel' ? 'workorder.cancel' : 'workorder.addLine')}
      footer={
        <>
          <Button onPress={onClose}>{t('common.close')}</Button>
          <Button kind={what === 'cancel' ? 'danger' : 'primary'} icon={what === 'line' ? PlusIcon : undefined} isPending={act.isPending} isDisabled={!text.trim()} onPress={() => act.mutate()}>
            {t(what === 'cancel' ? 'workorder.cancel' : 'workorder.addLine')}
          </Button>
        </>
      }
    >
      <div className={styles.form}>
        {act.error && <Problem error={act.error} />}
        {what === 'cancel' ? (
          <TextArea label={label} value={text} onChange={setText} rows={3} isRequired autoFocus maxLength={1000} error={act.error?.at('reason')} />
        ) : (
          <TextField label={label} value={text} onChange={setText} isRequired autoFocus maxLength={500} error={act.error?.at('task')} />
        )}
      </div>
    </Dialog>
  );
}
