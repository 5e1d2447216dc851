import { useText } from '@firstfix/i18n';
import { Button, Card, EmptyState, toast, useShortcut } from '@firstfix/ui';
import { LockIcon } from '@firstfix/ui/icons';
import { useRouter } from '@tanstack/react-router';
import { useState } from 'react';
import { useCan } from '../../session/session.ts';
import { Page } from '../../shell/Page.tsx';
import styles from './customer.module.css';
import { CustomerFields, draftOf, useRegisterCustomer, type CustomerDraft } from './CustomerForm.tsx';

/** Makes a customer known to the house. */
export function NewCustomer() {
  const t = useText();
  const can = useCan();
  const router = useRouter();
  const [draft, setDraft] = useState(() => draftOf(null));
  const change = (part: Partial<CustomerDraft>) => setDraft((before) => ({ ...before, ...part }));
  const register = useRegisterCustomer((customer) => {
    toast({ kind: 'success', text: t('customer.registered', { name: customer.name, number: customer.number }) });
    router.history.push(`/customers/${customer.number}`);
  });
  useShortcut('Ctrl+Enter', t('common.save'), t('customer.nav'), () => register.mutate(draft));
  if (!can('customer.maintain')) {
    return (
      <Page title={t('customer.new')}>
        <EmptyState icon={LockIcon} title={t('customer.notAllowed')} text={t('customer.notAllowedHint')} />
      </Page>
    );
  }
  return (
    <Page
      title={t('customer.new')}
      actions={
        <>
          <Button onPress={() => router.history.back()}>{t('common.cancel')}</Button>
          <Button kind="primary" isPending={register.isPending} onPress={() => register.mutate(draft)} keys="Ctrl ↵">
            {t('common.save')}
          </Button>
        </>
      }
    >
      <Card className={styles.narrow}>
        <CustomerFields customer={null} draft={draft} onChange={change} problem={register.error} />
      </Card>
    </Page>
  );
}
