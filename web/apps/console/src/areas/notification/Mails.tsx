import { call, useAction, usePages, type Page as ListPage } from '@firstfix/api';
import { DataGrid, type Column } from '@firstfix/grid';
import { useDates, useNumbers, useText } from '@firstfix/i18n';
import { Banner, Button, ButtonLink, Drawer, EmptyState, ErrorState, FilterBar, KeyValueList, NoPermission, Skeleton, StatusTag, Tabs, toast, type Tone } from '@firstfix/ui';
import { PaperclipIcon, SendIcon } from '@firstfix/ui/icons';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { Page } from '../../shell/Page.tsx';
import { useCan } from '../../session/session.ts';
import { ExportMenu } from '../integration/ExportMenu.tsx';
import { AppLink } from '../../shell/AppLink.tsx';
import { mailStates, useMailSummary, type MailRow, type MailStatus, type MailView } from './data.ts';
import styles from './notification.module.css';

const tones: Record<MailStatus, Tone> = { WAITING: 'waiting', SENT: 'done', FAILED: 'breached' };

/** What customers were written, what waits and what failed. */
export function Mails() {
  const t = useText();
  return useCan()('notification.read-mail') ? <List /> : <Page title={t('notification.mail')}><NoPermission right="notification.read-mail" /></Page>;
}

function List() {
  const t = useText();
  const dates = useDates();
  const navigate = useNavigate();
  const search = useSearch({ from: '/signed-in/shell/admin/mail' });
  const summary = useMailSummary();
  const [opened, setOpened] = useState<MailRow | null>(null);
  const mails = usePages<MailRow>(
    ['mails', search],
    async (cursor, signal) => (await call<ListPage<MailRow>>('GET', '/api/v1/mails', { query: { ...search, cursor }, signal })).data,
  );
  const columns = useMemo<Column<MailRow>[]>(
    () => [
      { id: 'created', header: t('notification.mail.created'), cell: (mail) => dates.dateTime(mail.createdAt), text: (mail) => mail.createdAt, width: 130 },
      {
        id: 'status',
        header: t('notification.mail.status'),
        cell: (mail) => <StatusTag tone={tones[mail.status]}>{t(`notification.mail.status.${mail.status}`)}</StatusTag>,
        text: (mail) => t(`notification.mail.status.${mail.status}`),
        width: 110,
      },
      { id: 'subject', header: t('notification.mail.subject'), cell: (mail) => mail.subject, isRowHeader: true, grows: true, width: 280 },
      { id: 'to', header: t('notification.mail.to'), cell: (mail) => `${mail.toName} <${mail.toAddress}>`, width: 250 },
      { id: 'reference', header: t('notification.mail.reference'), cell: (mail) => mail.reference, width: 130 },
      { id: 'attempts', header: t('notification.mail.attempts'), cell: (mail) => mail.attempts, align: 'end', width: 80 },
      { id: 'error', header: t('notification.mail.error'), cell: (mail) => mail.error, text: (mail) => mail.error, width: 260 },
    ],
    [t, dates],
  );
  const change = (next: { status?: string; address?: string }) => void navigate({ to: '/admin/mail', search: next, replace: true });
  return (
    <Page
      title={t('notification.mail')}
      layout="fill"
      actions={<ExportMenu list="mails" query={{ ...search }} />}
      bar={
        <FilterBar
          search={{ label: t('notification.mail.search'), value: search.address ?? '', onChange: (address) => change({ ...search, address: address || undefined }) }}
          values={{ status: search.status ? [search.status] : undefined }}
          onChange={(next) => change({ address: search.address, status: next.status?.at(-1) })}
          filters={[{ id: 'status', label: t('notification.mail.status'), options: mailStates.map((id) => ({ id, label: t(`notification.mail.status.${id}`) })) }]}
        />
      }
    >
      <div className={styles.fill}>
        <div className={styles.notice}>
        {summary.data && !summary.data.serverConfigured ? (
          <Banner kind="warning" title={t('notification.mail.noServer')}>
            {t('notification.mail.noServerText', { count: summary.data.waiting })}
          </Banner>
        ) : summary.data && summary.data.failed > 0 ? (
          <Banner kind="error" title={t('notification.mail.failed', { count: summary.data.failed })} actions={<Button onPress={() => change({ status: 'FAILED' })}>{t('notification.mail.showFailed')}</Button>} />
        ) : null}
        </div>
        <DataGrid
          label={t('notification.mail')}
          name="mails"
          source={mails}
          columns={columns}
          rowId={(mail) => mail.id}
          onOpen={setOpened}
          empty={<EmptyState title={t('notification.mail.none')} text={t('notification.mail.noneText')} />}
        />
      </div>
      {opened && <Letter key={opened.id} mail={opened} onClose={() => setOpened(null)} />}
    </Page>
  );
}

function Letter({ mail, onClose }: { mail: MailRow; onClose: () => void }) {
  const t = useText();
  const dates = useDates();
  const numbers = useNumbers();
  const [form, setForm] = useState('html');
  const view = useQuery({ queryKey: ['mails', 'one', mail.id], queryFn: async ({ signal }) => (await call<MailView>('GET', `/api/v1/mails/${mail.id}`, { signal })).data });
  const resend = useAction({
    run: (_: void, { headers }) => call('POST', `/api/v1/mails/${mail.id}/resend`, { body: {}, headers }),
    touches: [['mails']],
    onSuccess: () => {
      toast({ kind: 'success', text: t('notification.mail.resent', { to: mail.toAddress }) });
      onClose();
    },
    onError: (problem) => toast({ kind: 'error', text: problem.detail ?? problem.code }),
  });
  return (
    <Drawer
      isOpen
      onClose={onClose}
      size="wide"
      title={mail.subject}
      footer={
        view.data?.actions.includes('resend') && (
          <Button kind="primary" icon={SendIcon} isPending={resend.isPending} onPress={() => resend.mutate()}>
            {t('notification.mail.resend')}
          </Button>
        )
      }
    >
      <div className={styles.stack}>
        <KeyValueList
          items={[
            { label: t('notification.mail.to'), value: `${mail.toName} <${mail.toAddress}>` },
            { label: t('notification.mail.status'), value: <StatusTag tone={tones[mail.status]}>{t(`notification.mail.status.${mail.status}`)}</StatusTag> },
            { label: t('notification.mail.reference'), value: mail.template.startsWith('reminder-') ? mail.reference : <AppLink href={`/cases/${mail.reference}`}>{mail.reference}</AppLink> },
            { label: t('notification.mail.created'), value: dates.exact(mail.createdAt) },
            ...(mail.sentAt ? [{ label: t('notification.mail.sent'), value: dates.exact(mail.sentAt) }] : []),
            ...(mail.nextAttemptAt ? [{ label: t('notification.mail.next'), value: dates.exact(mail.nextAttemptAt) }] : []),
            ...(mail.error ? [{ label: t('notification.mail.error'), value: mail.error }] : []),
          ]}
        />
        {view.data?.attachments.map((file) => (
          <ButtonLink key={file.id} icon={PaperclipIcon} href={`/api/v1/files/${file.id}`} target="_blank">
            {file.fileName} ({numbers.bytes(file.size)})
          </ButtonLink>
        ))}
        {view.isPending ? (
          <Skeleton lines={8} />
        ) : view.error ? (
          <ErrorState error={view.error} onRetry={() => void view.refetch()} />
        ) : (
          <>
            <Tabs
              label={t('notification.mail.form')}
              value={form}
              onChange={setForm}
              tabs={[
                { id: 'html', label: t('notification.mail.asPage') },
                { id: 'text', label: t('notification.mail.asText') },
              ]}
            />
            {form === 'html' ? (
              // Nothing in a mail may run or load here.
              <iframe className={styles.letter} title={mail.subject} sandbox="" srcDoc={view.data.html} />
            ) : (
              <pre className={styles.plain}>{view.data.text}</pre>
            )}
          </>
        )}
      </div>
    </Drawer>
  );
}
