import { call, type ProblemError, useAction } from '@firstfix/api';
import { useLanguage, useText } from '@firstfix/i18n';
import { Banner, Button, Checkbox, ComboBox, Drawer, Select, TextArea, TextField, toast, type Option } from '@firstfix/ui';
import { useEffect, useEffectEvent, useState } from 'react';
import { useSession } from '../../session/session.ts';
import styles from './customer.module.css';
import { keyOf, path, tiers, useUnits, type Customer, type CustomerRow, type PageOf } from './data.ts';
import { useCorrection } from './useCorrection.tsx';

export function draftOf(customer: Customer | null) {
  return {
    name: customer?.name ?? '',
    shortName: customer?.shortName ?? '',
    tier: (customer?.tier ?? 'ORDINARY') as string,
    industry: customer?.industry ?? '',
    language: customer?.language ?? 'zh-CN',
    overdue: customer?.overdue ?? false,
    remarks: customer?.remarks ?? '',
    active: customer?.active ?? true,
    orgUnitCode: customer?.orgUnitCode ?? '',
    parentNumber: customer?.parentNumber ?? null,
    debtorNumber: customer?.debtorNumber ?? null,
    reason: '',
  };
}

export type CustomerDraft = ReturnType<typeof draftOf>;

async function findCustomers(text: string, signal: AbortSignal): Promise<Option[]> {
  const { data } = await call<PageOf<CustomerRow>>('GET', '/api/v1/customers', { query: { text, limit: 12 }, signal });
  return data.items.map((found) => ({ id: found.number, label: found.name, note: found.number }));
}

/** The fields of a customer, for taking one in and for correcting one. */
export function CustomerFields({ customer, draft, onChange, problem }: { customer: Customer | null; draft: CustomerDraft; onChange: (part: Partial<CustomerDraft>) => void; problem: ProblemError | null }) {
  const t = useText();
  const { language } = useLanguage();
  const units = useUnits();
  const session = useSession();
  const home = units.data?.find((unit) => unit.path === session.orgUnit.path)?.code;
  const [parent, setParent] = useState<Option | null>(customer?.parentNumber ? { id: customer.parentNumber, label: customer.parentName ?? customer.parentNumber } : null);
  const [debtor, setDebtor] = useState<Option | null>(customer?.debtorNumber ? { id: customer.debtorNumber, label: customer.debtorName ?? customer.debtorNumber } : null);
  // The reader's own unit is what they mean nearly always.
  const offer = useEffectEvent(onChange);
  const isOpen = draft.orgUnitCode === '';
  useEffect(() => {
    if (isOpen && home) offer({ orgUnitCode: home });
  }, [isOpen, home]);
  return (
    <div className={styles.form}>
      {problem && problem.errors.length === 0 && (
        <Banner kind="error" title={problem.detail ?? problem.title} isLive>
          {problem.hint}
        </Banner>
      )}
      <TextField label={t('customer.name')} value={draft.name} onChange={(name) => onChange({ name })} error={problem?.at('name')} maxLength={200} isRequired autoFocus />
      <div className={styles.pair}>
        <TextField label={t('customer.shortName')} value={draft.shortName} onChange={(shortName) => onChange({ shortName })} error={problem?.at('shortName')} maxLength={60} />
        <TextField label={t('customer.industry')} value={draft.industry} onChange={(industry) => onChange({ industry })} error={problem?.at('industry')} maxLength={100} />
        <Select label={t('customer.tier')} options={tiers.map((id) => ({ id, label: t(`customer.tier.${id}`) }))} value={draft.tier} onChange={(tier) => onChange({ tier })} error={problem?.at('tier')} isRequired />
        <Select
          label={t('customer.orgUnit')}
          options={(units.data ?? []).map((unit) => ({ id: unit.code, label: language === 'zh-CN' ? unit.nameZh : unit.nameEn }))}
          value={draft.orgUnitCode || null}
          onChange={(orgUnitCode) => onChange({ orgUnitCode })}
          error={problem?.at('orgUnitCode')}
          isRequired
        />
        <ComboBox
          label={t('customer.parent')}
          hint={t('customer.parentHint')}
          value={parent}
          onChange={(next) => {
            setParent(next);
            onChange({ parentNumber: next?.id ?? null });
          }}
          search={findCustomers}
          error={problem?.at('parentNumber')}
        />
        <ComboBox
          label={t('customer.debtor')}
          hint={t('customer.debtorHint')}
          value={debtor}
          onChange={(next) => {
            setDebtor(next);
            onChange({ debtorNumber: next?.id ?? null });
          }}
          search={findCustomers}
          error={problem?.at('debtorNumber')}
        />
        <Select
          label={t('customer.language')}
          options={[
            { id: 'zh-CN', label: t('customer.language.zh') },
            { id: 'en', label: t('customer.language.en') },
          ]}
          value={draft.language}
          onChange={(next) => onChange({ language: next })}
        />
      </div>
      <TextArea label={t('customer.remarks')} value={draft.remarks} onChange={(remarks) => onChange({ remarks })} error={problem?.at('remarks')} maxLength={4000} />
      <Checkbox isSelected={draft.overdue} onChange={(overdue) => onChange({ overdue })}>
        {t('customer.overdueField')}
      </Checkbox>
    </div>
  );
}

/** Corrects a customer. */
export function CustomerForm({ customer, onClose }: { customer: Customer; onClose: () => void }) {
  const t = useText();
  const [start] = useState(() => draftOf(customer));
  const [draft, setDraft] = useState(start);
  const change = (part: Partial<CustomerDraft>) => setDraft((before) => ({ ...before, ...part }));
  const correction = useCorrection({
    url: path(customer.number),
    version: customer.version,
    start,
    label: (field) => t(`customer.field.${field}`),
    show: (field, value) =>
      field === 'tier' ? t(`customer.tier.${value as string}`) : typeof value === 'boolean' ? t(value ? 'customer.yes' : 'customer.no') : ((value as string | null) ?? ''),
    touches: [['customers'], [...keyOf(customer.number)]],
    onSaved: () => {
      toast({ kind: 'success', text: t('customer.saved', { name: draft.name }) });
      onClose();
    },
  });
  return (
    <>
      <Drawer
        isOpen
        isSticky
        size="wide"
        onClose={onClose}
        title={t('customer.editOf', { name: customer.name })}
        footer={
          <>
            <Button onPress={onClose}>{t('common.cancel')}</Button>
            <Button kind="primary" isPending={correction.isPending} onPress={() => correction.submit(draft)}>
              {t('common.save')}
            </Button>
          </>
        }
      >
        <div className={styles.form}>
          <CustomerFields customer={customer} draft={draft} onChange={change} problem={correction.problem} />
          <Checkbox isSelected={draft.active} onChange={(active) => change({ active })}>
            {t('customer.activeField')}
          </Checkbox>
          <TextField label={t('customer.reason')} value={draft.reason} onChange={(reason) => change({ reason })} error={correction.problem?.at('reason')} maxLength={500} />
        </div>
      </Drawer>
      {correction.conflict}
    </>
  );
}

/** Takes a customer in. */
export function useRegisterCustomer(onRegistered: (customer: Customer) => void) {
  return useAction({
    touches: [['customers']],
    run: async (draft: CustomerDraft, { headers }) => (await call<Customer>('POST', '/api/v1/customers', { headers, body: draft })).data,
    onSuccess: onRegistered,
  });
}
