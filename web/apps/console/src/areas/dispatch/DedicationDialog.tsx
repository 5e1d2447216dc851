import { call, useAction } from '@firstfix/api';
import { useText } from '@firstfix/i18n';
import { Banner, Button, ComboBox, Dialog, IconButton, Select, toast, type Option } from '@firstfix/ui';
import { ArrowUpIcon } from '@firstfix/ui/icons';
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

/** One engineer owns a customer; others stand in, one after the other. */
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
  const [standIns, setStandIns] = useState<readonly string[]>((known?.standIns ?? []).map((one) => one.code));
  const save = useAction({
    touches: [['engineer'], ['dedication'], ['candidates']],
    run: () =>
      call<Dedication>('PUT', `/api/v1/dedications/${encodeURIComponent(customer?.id ?? '')}`, {
        body: { engineerCode: owner === nobody ? null : owner, standInCodes: owner === nobody ? [] : standIns },
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
        <StandIns people={people.filter((one) => one.id !== owner)} chosen={standIns} onChange={setStandIns} isDisabled={owner === nobody} error={problem?.at('standInCodes')} />
      </div>
    </Dialog>
  );
}

const mostStandIns = 5;

interface StandInsProps {
  people: Option[];
  chosen: readonly string[];
  onChange: (chosen: readonly string[]) => void;
  isDisabled: boolean;
  error?: string;
}

/** Who goes when the own engineer does not work: the first of the row who does. */
function StandIns({ people, chosen, onChange, isDisabled, error }: StandInsProps) {
  const t = useText();
  const nameOf = (code: string) => people.find((one) => one.id === code)?.label ?? code;
  const set = (at: number, code: string) => onChange(code === nobody ? chosen.filter((_, place) => place !== at) : [...chosen.slice(0, at), code, ...chosen.slice(at + 1)]);
  const swap = (at: number) => onChange(chosen.map((code, place) => (place === at - 1 ? (chosen[at] ?? code) : place === at ? (chosen[at - 1] ?? code) : code)));
  const open = chosen.length < mostStandIns ? [...chosen, nobody] : [...chosen];
  return (
    <fieldset className={styles.group}>
      <legend>{t('dispatch.standIns')}</legend>
      {open.map((code, at) => (
        <div key={`${at} ${code}`} className={styles.row}>
          <span className={styles.grow}>
            <Select
              label={t('dispatch.standInAt', { place: at + 1 })}
              value={code}
              onChange={(next) => set(at, next)}
              options={[{ id: nobody, label: t(at === 0 ? 'dispatch.noStandIn' : 'dispatch.noFurther') }, ...people.filter((one) => one.id === code || !chosen.includes(one.id))]}
              isDisabled={isDisabled}
              error={at === 0 ? error : undefined}
            />
          </span>
          {at > 0 && code !== nobody && <IconButton icon={ArrowUpIcon} label={t('dispatch.standInEarlier', { name: nameOf(code) })} onPress={() => swap(at)} />}
        </div>
      ))}
    </fieldset>
  );
}
