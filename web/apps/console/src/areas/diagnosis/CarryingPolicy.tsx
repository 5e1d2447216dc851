import { call, ifMatch, useAction } from '@firstfix/api';
import { useLanguage, useText } from '@firstfix/i18n';
import { Banner, Button, Card, Checkbox, Dialog, ErrorState, IconButton, KeyValueList, NumberField, Skeleton, TextField, toast } from '@firstfix/ui';
import { EditIcon, PlusIcon, TrashIcon } from '@firstfix/ui/icons';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useCan } from '../../session/session.ts';
import styles from './prediction.module.css';

interface PartCost {
  partKind: string;
  price: number;
  unused: number;
  scarcity: number;
  inStock: boolean;
}

interface Policy {
  version: number;
  secondVisitCost: number;
  usualPartPrice: number;
  unusedPartCost: number;
  repeatDays: number;
  parts: PartCost[];
}

/** What a second visit costs against what carrying a part costs: that decides how many parts the engine advises. */
export function CarryingPolicy() {
  const t = useText();
  const can = useCan();
  const { language } = useLanguage();
  const [isEdited, setEdited] = useState(false);
  const policy = useQuery({ queryKey: ['carrying-policy'], queryFn: async ({ signal }) => (await call<Policy>('GET', '/api/v1/carrying-policy', { signal })).data });
  const money = new Intl.NumberFormat(language, { style: 'currency', currency: 'CNY', maximumFractionDigits: 2 });
  return (
    <Card
      title={t('diagnosis.policy')}
      note={t('diagnosis.policy.note')}
      actions={can('diagnosis.policy') && policy.data && <Button icon={EditIcon} onPress={() => setEdited(true)}>{t('diagnosis.policy.change')}</Button>}
    >
      {policy.isError ? (
        <ErrorState error={policy.error} onRetry={() => void policy.refetch()} />
      ) : policy.isPending ? (
        <Skeleton lines={4} />
      ) : (
        <KeyValueList
          items={[
            { label: t('diagnosis.policy.secondVisit'), value: money.format(policy.data.secondVisitCost) },
            { label: t('diagnosis.policy.unused'), value: money.format(policy.data.unusedPartCost) },
            { label: t('diagnosis.policy.price'), value: money.format(policy.data.usualPartPrice) },
            { label: t('diagnosis.policy.repeat'), value: t('diagnosis.repeat.days', { days: policy.data.repeatDays }) },
            { label: t('diagnosis.policy.parts'), value: policy.data.parts.length === 0 ? t('diagnosis.policy.noParts') : policy.data.parts.map((part) => part.partKind).join(', ') },
          ]}
        />
      )}
      {isEdited && policy.data && <PolicyDialog policy={policy.data} onClose={() => setEdited(false)} />}
    </Card>
  );
}

function PolicyDialog({ policy, onClose }: { policy: Policy; onClose: () => void }) {
  const t = useText();
  const [draft, setDraft] = useState(policy);
  const [reason, setReason] = useState('');
  const change = (part: Partial<Policy>) => setDraft((before) => ({ ...before, ...part }));
  const changePart = (position: number, part: Partial<PartCost>) => change({ parts: draft.parts.map((one, index) => (index === position ? { ...one, ...part } : one)) });
  const save = useAction({
    touches: [['carrying-policy'], ['diagnosis'], ['prediction'], ['weak-points']],
    run: () => {
      const { version, ...wanted } = draft;
      return call('PUT', '/api/v1/carrying-policy', { headers: ifMatch(`"${version}"`), body: { ...wanted, reason } });
    },
    onSuccess: () => {
      toast({ kind: 'success', text: t('diagnosis.policy.saved') });
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
      title={t('diagnosis.policy')}
      footer={
        <>
          <Button onPress={onClose}>{t('common.cancel')}</Button>
          <Button kind="primary" isPending={save.isPending} onPress={() => save.mutate()}>{t('common.save')}</Button>
        </>
      }
    >
      <div className={styles.form}>
        {problem && <Banner kind="error" title={problem.detail ?? problem.title} isLive>{problem.errors.map((error) => error.message).join(' ') || problem.hint}</Banner>}
        <div className={styles.pair}>
          <NumberField label={t('diagnosis.policy.secondVisit')} value={draft.secondVisitCost} onChange={(value) => change({ secondVisitCost: value ?? 0 })} minValue={0} hideStepper isRequired error={problem?.at('secondVisitCost')} />
          <NumberField label={t('diagnosis.policy.unused')} value={draft.unusedPartCost} onChange={(value) => change({ unusedPartCost: value ?? 0 })} minValue={0} hideStepper isRequired error={problem?.at('unusedPartCost')} />
          <NumberField label={t('diagnosis.policy.price')} value={draft.usualPartPrice} onChange={(value) => change({ usualPartPrice: value ?? 0 })} minValue={0} hideStepper isRequired error={problem?.at('usualPartPrice')} />
          <NumberField label={t('diagnosis.policy.repeat')} value={draft.repeatDays} onChange={(value) => change({ repeatDays: value ?? 30 })} minValue={1} maxValue={365} isRequired error={problem?.at('repeatDays')} />
        </div>
        {draft.parts.map((part, position) => (
          <div className={styles.costs} key={position}>
            <TextField label={t('diagnosis.policy.kind')} value={part.partKind} onChange={(partKind) => changePart(position, { partKind })} maxLength={60} isRequired />
            <NumberField label={t('diagnosis.policy.partPrice')} value={part.price} onChange={(price) => changePart(position, { price: price ?? 0 })} minValue={0} hideStepper />
            <NumberField label={t('diagnosis.policy.partUnused')} value={part.unused} onChange={(unused) => changePart(position, { unused: unused ?? 0 })} minValue={0} hideStepper />
            <NumberField label={t('diagnosis.policy.scarcity')} value={part.scarcity} onChange={(scarcity) => changePart(position, { scarcity: scarcity ?? 0 })} minValue={0} hideStepper />
            <Checkbox isSelected={part.inStock} onChange={(inStock) => changePart(position, { inStock })}>{t('diagnosis.policy.inStock')}</Checkbox>
            <IconButton icon={TrashIcon} label={t('diagnosis.policy.removePart', { kind: part.partKind })} onPress={() => change({ parts: draft.parts.filter((_, index) => index !== position) })} />
          </div>
        ))}
        <div>
          <Button icon={PlusIcon} onPress={() => change({ parts: [...draft.parts, { partKind: '', price: draft.usualPartPrice, unused: draft.unusedPartCost, scarcity: 0, inStock: true }] })}>
            {t('diagnosis.policy.addPart')}
          </Button>
        </div>
        <TextField label={t('diagnosis.policy.reason')} value={reason} onChange={setReason} maxLength={1000} isRequired error={problem?.at('reason')} />
      </div>
    </Dialog>
  );
}
