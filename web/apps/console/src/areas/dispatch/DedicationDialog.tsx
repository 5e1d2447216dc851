import { call, useAction } from '@firstfix/api';
import { useText } from '@firstfix/i18n';
import { Banner, Button, ComboBox, Dialog, Select, toast, type Option } from '@firstfix/ui';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { activeEngineersQuery, dedicationQuery, type Dedication } from './data.ts';
import styles from './dispatch.module.css';

const nobody = '-';

interface DedicationDialogProps {
  /** The customer, if it is settled whose engineer is asked for. */
  customer?: { number: string; name: string };
  /** The engineer, if it is settled whose customer is asked for. */
  engineer?: string;
  onClose: () => void;
}

/** One engineer owns a customer, another one stands in. */
export function DedicationDialog({ customer, engineer, onClose }: DedicationDialogProps) {
  const t = useText();
  const [chosen, setChosen] = useState<Option | null>(customer ? { id: customer.number, label: customer.name } : null);
  const now = useQuery({ ...dedicationQuery(chosen?.id ?? ''), enabled: chosen !== null });
  const title = customer ? t('dispatch.dedicationOf', { name: customer.name }) : t('dispatch.addOwnCustomer');
  if (chosen && customer && now.data) return <Form key={customer.number} title={title} customer={chosen} known={now.data} engineer={engineer} onClose={onClose} />;
  return <Form title={title} customer={chosen} known={now.data} engineer={engineer} onCustomer={customer ? undefined : setChosen} onClose={onClose} />;
}

interface FormProps {
  title: string;
  customer: Option | null;
  known: Dedication | undefined;
  engineer?: string;
  onCustomer?: (customer: Option | null) => void;
  onClose: () => void;
}

function Form({ title, customer, known, engineer, onCustomer, onClose }: FormProps) {
  const t = useText();
  const engineers = useQuery(activeEngineersQuery);
  const [owner, setOwner] = useState(engineer ?? known?.engineer?.code ?? nobody);
  const [standIn, setStandIn] = useState(known?.standIn?.code ?? nobody);
  const save = useAction({
    touches: [['engineer'], ['dedication'], ['candidates']],
    run: () =>
      call<Dedication>('PUT', `/api/v1/dedications/${encodeURIComponent(customer?.id ?? '')}`, {
        body: { engineerCode: owner === nobody ? null : owner, standInCode: owner === nobody || standIn === nobody ? null : standIn },
      }),
    onSuccess: () => {
      toast({ kind: 'success', text: t('dispatch.dedicationSaved', { name: customer?.label ?? '' }) });
      onClose();
    },
  });
  const people = (engineers.data ?? []).map((one) => ({ id: one.code, label: one.name, note: one.code }));
  const problem = save.error;
  const other = known?.engineer && known.engineer.code !== engineer && onCustomer ? known.engineer.name : null;
  const find = async (text: string, signal: AbortSignal) => {
    const { data } = await call<{ items: { number: string; title: string }[] }>('GET', '/api/v1/search', { query: { q: text, kind: 'account' }, signal });
    return data.items.map((hit) => ({ id: hit.number, label: hit.title, note: hit.number }));
  };
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={title}
      footer={
        <>
          <Button onPress={onClose}>{t('common.cancel')}</Button>
          <Button kind="primary" isPending={save.isPending} isDisabled={!customer} onPress={() => save.mutate()}>
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
        {onCustomer && <ComboBox label={t('dispatch.customer')} value={customer} onChange={onCustomer} search={find} isRequired autoFocus />}
        {other && <Banner kind="warning" title={t('dispatch.ownedBy', { name: other })} />}
        {(!engineer || !onCustomer) && (
          <Select label={t('dispatch.owner')} value={owner} onChange={setOwner} options={[{ id: nobody, label: t('dispatch.nobodyOwns') }, ...people]} />
        )}
        <Select
          label={t('dispatch.dedicated.STAND_IN')}
          value={standIn}
          onChange={setStandIn}
          options={[{ id: nobody, label: t('dispatch.noStandIn') }, ...people.filter((one) => one.id !== owner)]}
          error={problem?.at('standInCode')}
          isDisabled={owner === nobody}
        />
      </div>
    </Dialog>
  );
}
