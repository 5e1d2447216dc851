import { call, useAction, type Schema } from '@firstfix/api';
import { useDates, useText } from '@firstfix/i18n';
import { Button, Dialog, TextField, toast } from '@firstfix/ui';
import { LinkIcon } from '@firstfix/ui/icons';
import { useCan } from '../../index.ts';
import styles from './sla.module.css';

/** A link to give to the customer, who sees the same clock and the same reasons without signing in. */
export function CustomerLinkButton({ caseId }: { caseId: string }) {
  const t = useText();
  const can = useCan();
  const make = useAction({
    run: async (_: void, { headers }) => (await call<Schema<'MakeCustomerLinkMade'>>('POST', `/api/v1/clocks/${caseId}/customer-links`, { headers, body: {} })).data,
    onError: (problem) => toast({ kind: 'error', text: problem.message }),
  });
  if (!can('case.work')) return null;
  return (
    <>
      <Button kind="quiet" icon={LinkIcon} isPending={make.isPending} onPress={() => make.mutate()}>
        {t('sla.customerLink')}
      </Button>
      {make.data && <Given link={make.data} onClose={() => make.reset()} />}
    </>
  );
}

function Given({ link, onClose }: { link: Schema<'MakeCustomerLinkMade'>; onClose: () => void }) {
  const t = useText();
  const dates = useDates();
  const address = new URL(link.path, location.origin).href;
  const copy = async () => {
    await navigator.clipboard.writeText(address);
    toast({ kind: 'success', text: t('sla.customerLink.copied') });
  };
  return (
    <Dialog
      isOpen
      title={t('sla.customerLink')}
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{t('common.close')}</Button>
          <Button kind="primary" autoFocus onPress={() => void copy()}>
            {t('sla.customerLink.copy')}
          </Button>
        </>
      }
    >
      <div className={styles.form}>
        <p>{t('sla.customerLink.text', { until: dates.day(link.expiresAt) })}</p>
        <TextField label={t('sla.customerLink.address')} value={address} onChange={() => {}} isReadOnly />
      </div>
    </Dialog>
  );
}
