import { call, useAction } from '@firstfix/api';
import { useLanguage, useText } from '@firstfix/i18n';
import { Banner, Button, ComboBox, DateTimeField, Dialog, KeyValueList, TextField, toast, type Option } from '@firstfix/ui';
import { useState } from 'react';
import styles from './customer.module.css';
import { keyOf, path, type CustomerPromise } from './data.ts';

/** Promises the customer something, by a time. Whoever writes it keeps it, until it is handed over. */
export function PromiseForm({ account, onClose }: { account: string; onClose: () => void }) {
  const t = useText();
  const [what, setWhat] = useState('');
  const [dueAt, setDueAt] = useState<string | null>(null);
  const save = useAction({
    touches: [['customers'], [...keyOf(account)]],
    run: (_: void, { headers }) => call('POST', path(account, '/promises'), { headers, body: { what, dueAt, owner: null, interactionId: null } }),
    onSuccess: () => {
      toast({ kind: 'success', text: t('customer.promiseSaved') });
      onClose();
    },
  });
  const problem = save.error;
  return (
    <Dialog
      isOpen
      isSticky
      onClose={onClose}
      title={t('customer.makePromise')}
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
        <TextField label={t('customer.promise.what')} value={what} onChange={setWhat} error={problem?.at('what')} maxLength={500} isRequired autoFocus />
        <DateTimeField label={t('customer.promise.due')} value={dueAt} onChange={setDueAt} error={problem?.at('dueAt')} isRequired />
      </div>
    </Dialog>
  );
}

export type Settlement = 'keep' | 'break' | 'withdraw';

/** Says how a promise ended. */
export function SettleForm({ account, promise, how, onClose }: { account: string; promise: CustomerPromise; how: Settlement; onClose: () => void }) {
  const t = useText();
  const [note, setNote] = useState('');
  const save = useAction({
    touches: [['customers'], [...keyOf(account)]],
    run: (_: void, { headers }) => call('POST', `/api/v1/promises/${promise.id}/${how}`, { headers: { ...headers, 'If-Match': `"${promise.version}"` }, body: { note } }),
    onSuccess: () => {
      toast({ kind: 'success', text: t('customer.promiseSettled') });
      onClose();
    },
  });
  const problem = save.error;
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t(`customer.promise.${how}`)}
      footer={
        <>
          <Button onPress={onClose}>{t('common.cancel')}</Button>
          <Button kind={how === 'break' ? 'danger' : 'primary'} isPending={save.isPending} onPress={() => save.mutate()}>
            {t(`customer.promise.${how}`)}
          </Button>
        </>
      }
    >
      <div className={styles.form}>
        <p>{promise.what}</p>
        {problem && problem.errors.length === 0 && (
          <Banner kind="error" title={problem.detail ?? problem.title} isLive>
            {problem.hint}
          </Banner>
        )}
        <TextField label={t('customer.promise.note')} value={note} onChange={setNote} error={problem?.at('note')} maxLength={1000} isRequired={how !== 'keep'} autoFocus />
      </div>
    </Dialog>
  );
}

interface Colleague {
  userId: string;
  name: string;
  userName: string;
  orgUnitNameZh: string;
  orgUnitNameEn: string;
}

/** Gives a promise to somebody else of the house, who keeps it from now on. */
export function HandOverForm({ account, promise, onClose }: { account: string; promise: CustomerPromise; onClose: () => void }) {
  const t = useText();
  const { language } = useLanguage();
  const [owner, setOwner] = useState<Option | null>(null);
  const [reason, setReason] = useState('');
  const save = useAction({
    touches: [['customers'], [...keyOf(account)]],
    run: (_: void, { headers }) =>
      call('POST', `/api/v1/promises/${promise.id}/hand-over`, { headers: { ...headers, 'If-Match': `"${promise.version}"` }, body: { owner: owner?.id ?? null, reason } }),
    onSuccess: () => {
      toast({ kind: 'success', text: t('customer.promise.handedOver', { name: owner?.label ?? '' }) });
      onClose();
    },
  });
  const find = async (text: string, signal: AbortSignal) => {
    const { data } = await call<{ items: Colleague[] }>('GET', '/api/v1/colleagues', { query: { text }, signal });
    return data.items.map((one) => ({ id: one.userId, label: one.name, note: `${one.userName} · ${language === 'zh-CN' ? one.orgUnitNameZh : one.orgUnitNameEn}` }));
  };
  const problem = save.error;
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t('customer.promise.hand-over')}
      footer={
        <>
          <Button onPress={onClose}>{t('common.cancel')}</Button>
          <Button kind="primary" isPending={save.isPending} isDisabled={!owner} onPress={() => save.mutate()}>
            {t('customer.promise.hand-over')}
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
        <KeyValueList
          items={[
            { label: t('customer.promise.what'), value: promise.what },
            { label: t('customer.promise.nowWith'), value: promise.ownerName },
          ]}
        />
        <ComboBox label={t('customer.promise.newOwner')} hint={t('customer.promise.newOwnerHint')} value={owner} onChange={setOwner} search={find} minimum={0} error={problem?.at('owner')} isRequired autoFocus />
        <TextField label={t('customer.reason')} value={reason} onChange={setReason} error={problem?.at('reason')} maxLength={500} />
      </div>
    </Dialog>
  );
}
