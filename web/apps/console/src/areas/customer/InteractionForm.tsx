import { call, useAction } from '@firstfix/api';
import { useText } from '@firstfix/i18n';
import { Banner, Button, DateTimeField, Dialog, Segmented, Select, TextArea, TextField, toast } from '@firstfix/ui';
import { useState } from 'react';
import styles from './customer.module.css';
import { channels, keyOf, path, useContacts } from './data.ts';

const nobody = '-';

/** Writes down that we were in touch. */
export function InteractionForm({ account, onClose }: { account: string; onClose: () => void }) {
  const t = useText();
  const contacts = useContacts(account);
  const [draft, setDraft] = useState({
    contactId: null as string | null,
    channel: 'PHONE',
    direction: 'INBOUND',
    occurredAt: null as string | null,
    subject: '',
    body: '',
    reference: '',
  });
  const change = (part: Partial<typeof draft>) => setDraft((before) => ({ ...before, ...part }));
  const save = useAction({
    touches: [['customers'], [...keyOf(account)]],
    run: (_: void, { headers }) => call('POST', path(account, '/interactions'), { headers, body: draft }),
    onSuccess: () => {
      toast({ kind: 'success', text: t('customer.interactionSaved') });
      onClose();
    },
  });
  const problem = save.error;
  return (
    <Dialog
      isOpen
      isSticky
      size="wide"
      onClose={onClose}
      title={t('customer.recordInteraction')}
      footer={
        <>
          <Button onPress={onClose}>{t('common.cancel')}</Button>
          <Button kind="primary" isPending={save.isPending} onPress={() => save.mutate()}>
            {t('common.save')}
          </Button>
        </>
      }
    >
      <div className={styles.form}>
        {problem && problem.errors.length === 0 && (
          <Banner kind="error" title={problem.detail ?? problem.title} isLive>
            {problem.hint}
          </Banner>
        )}
        <Segmented
          label={t('customer.direction')}
          value={draft.direction}
          onChange={(direction) => change({ direction })}
          options={[
            { id: 'INBOUND', label: t('customer.direction.INBOUND') },
            { id: 'OUTBOUND', label: t('customer.direction.OUTBOUND') },
          ]}
        />
        <div className={styles.pair}>
          <Select label={t('customer.channel')} options={channels.map((id) => ({ id, label: t(`customer.channel.${id}`) }))} value={draft.channel} onChange={(channel) => change({ channel })} />
          <Select
            label={t('customer.contact')}
            options={[{ id: nobody, label: t('customer.nobodyKnown') }, ...(contacts.data ?? []).filter((one) => one.active).map((one) => ({ id: one.id, label: one.name, note: one.jobTitle }))]}
            value={draft.contactId ?? nobody}
            onChange={(id) => change({ contactId: id === nobody ? null : id })}
            error={problem?.at('contactId')}
          />
          <DateTimeField label={t('customer.occurredAt')} hint={t('customer.occurredHint')} value={draft.occurredAt} onChange={(occurredAt) => change({ occurredAt })} error={problem?.at('occurredAt')} />
          <TextField label={t('customer.reference')} hint={t('customer.referenceHint')} value={draft.reference} onChange={(reference) => change({ reference })} error={problem?.at('reference')} maxLength={60} />
        </div>
        <TextField label={t('customer.subject')} value={draft.subject} onChange={(subject) => change({ subject })} error={problem?.at('subject')} maxLength={200} isRequired autoFocus />
        <TextArea label={t('customer.body')} value={draft.body} onChange={(body) => change({ body })} error={problem?.at('body')} maxLength={8000} />
      </div>
    </Dialog>
  );
}
