import { api, take, useAction } from '@firstfix/api';
import { useText } from '@firstfix/i18n';
import { Banner, Button, ErrorState, Skeleton, StatusTag, useShortcut } from '@firstfix/ui';
import { PhoneIcon } from '@firstfix/ui/icons';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { Page } from '../../shell/Page.tsx';
import { useWorkTab } from '../../shell/workTabs.ts';
import { CaseForm } from './CaseForm.tsx';
import { CustomerSearch } from './CustomerSearch.tsx';
import { intakeQuery, popQuery, type Candidate, type Place } from './data.ts';
import styles from './cases.module.css';

const route = getRouteApi('/signed-in/shell/work/call/$id');

/** Somebody calls: who it is, what is covered and what is open, before hello; and the case beside it. */
export function CallPage() {
  const { id } = route.useParams();
  return <Call key={id} id={id} />;
}

function Call({ id }: { id: string }) {
  const t = useText();
  const pop = useQuery(popQuery(id));
  const [chosen, setChosen] = useState<string | null>(null);
  const [place, setPlace] = useState<Place>({});
  const looked = useQuery(intakeQuery(place));
  const answer = useAction({
    run: (_: undefined, { headers }) => take(api.POST('/api/v1/calls/{id}/answer', { params: { path: { id }, header: headers } })),
    touches: [['calls']],
  });
  const candidates = pop.data?.candidates ?? [];
  const only = candidates.length === 1 ? candidates[0] : candidates.find((candidate) => candidate.contact?.id === chosen);
  const candidate: Candidate | undefined = looked.data ?? only;
  useWorkTab(`/work/call/${id}`, pop.data ? t('cases.call.tab', { name: candidate?.contact?.name ?? pop.data.call.number }) : undefined);
  const pick = (at: number) => setChosen(candidates[at]?.contact?.id ?? null);
  useShortcut(candidates.length > 1 && !candidate ? '1' : null, t('cases.call.first'), t('cases.work'), () => pick(0));
  useShortcut(candidates.length > 1 && !candidate ? '2' : null, t('cases.call.second'), t('cases.work'), () => pick(1));
  if (pop.isPending) return <Page title={t('cases.call.title')}><Skeleton lines={10} /></Page>;
  if (pop.isError) return <Page title={t('cases.call.title')}><ErrorState error={pop.error} onRetry={() => void pop.refetch()} /></Page>;
  const { call } = pop.data;
  return (
    <Page
      title={t('cases.call.from', { number: call.number })}
      note={<StatusTag tone={call.status === 'MISSED' ? 'breached' : call.status === 'ENDED' ? 'done' : 'scheduled'} icon={PhoneIcon}>{t(`cases.call.status.${call.status}`)}</StatusTag>}
      actions={
        call.status === 'RINGING' && (
          <Button kind="primary" icon={PhoneIcon} isPending={answer.isPending} onPress={() => answer.mutate(undefined)}>
            {t('cases.call.answer')}
          </Button>
        )
      }
    >
      {answer.error && <Banner kind="error" isLive>{answer.error.message}</Banner>}
      {!candidate && (
        <section className={styles.who} aria-label={t('cases.call.whoIsIt')}>
          {candidates.length > 1 ? (
            <>
              <h2>{t('cases.call.several')}</h2>
              <ul className={styles.candidates}>
                {candidates.map((one, at) => (
                  <li key={one.contact?.id}>
                    <Button onPress={() => pick(at)} keys={String(at + 1)}>
                      {`${one.contact?.name ?? ''} · ${one.customer.name}`}
                    </Button>
                    {one.contact?.jobTitle && <span className={styles.note}>{one.contact.jobTitle}</span>}
                  </li>
                ))}
              </ul>
            </>
          ) : (
            <>
              <h2>{t('cases.call.nobody')}</h2>
              <p className={styles.note}>{t('cases.call.nobodyText')}</p>
            </>
          )}
          <CustomerSearch onFound={setPlace} />
        </section>
      )}
      {candidate && (
        <CaseForm
          key={candidate.contact?.id ?? candidate.customer.number}
          draft={`call.${id}.${candidate.contact?.id ?? candidate.customer.number}`}
          candidate={candidate}
          callId={id}
          shown={call.number}
          onOther={() => {
            setChosen(null);
            setPlace({});
          }}
        />
      )}
    </Page>
  );
}
