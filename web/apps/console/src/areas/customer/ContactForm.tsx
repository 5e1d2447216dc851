import { call, useAction } from '@firstfix/api';
import { useText } from '@firstfix/i18n';
import { Banner, Button, Checkbox, Drawer, Select, TextArea, TextField, toast } from '@firstfix/ui';
import { useState } from 'react';
import styles from './customer.module.css';
import { keyOf, path, positions, preferredChannels, useContacts, useSites, type Contact } from './data.ts';
import { useCorrection } from './useCorrection.tsx';

const nobody = '-';

/** Makes somebody at the customer's known, or corrects what is known. */
export function ContactForm({ account, contact, siteNumber = null, onClose }: { account: string; contact: Contact | null; siteNumber?: string | null; onClose: () => void }) {
  const t = useText();
  const contacts = useContacts(account);
  const sites = useSites(account);
  const [start] = useState(() => ({
    name: contact?.name ?? '',
    jobTitle: contact?.jobTitle ?? '',
    position: contact?.position ?? 'OPERATOR',
    decides: contact?.decides ?? '',
    reportsTo: contact?.reportsTo ?? null,
    siteNumber: contact?.siteNumber ?? siteNumber,
    phone: contact?.phone ?? '',
    mobile: contact?.mobile ?? '',
    email: contact?.email ?? '',
    preferredChannel: contact?.preferredChannel ?? 'PHONE',
    language: contact?.language ?? 'zh-CN',
    interests: contact?.interests ?? '',
    active: contact?.active ?? true,
    reason: '',
  }));
  const [draft, setDraft] = useState(start);
  const change = (part: Partial<typeof start>) => setDraft((before) => ({ ...before, ...part }));
  const done = () => {
    toast({ kind: 'success', text: t('customer.saved', { name: draft.name }) });
    onClose();
  };
  const people = contacts.data ?? [];
  const places = sites.data ?? [];
  const touches = [['site'], [...keyOf(account)]];
  const correction = useCorrection({
    url: `/api/v1/contacts/${contact?.id ?? ''}`,
    version: contact?.version ?? 0,
    start,
    label: (field) => t(`customer.field.${field}`),
    show: (field, value) => {
      if (typeof value === 'boolean') return t(value ? 'customer.yes' : 'customer.no');
      if (field === 'reportsTo') return people.find((one) => one.id === value)?.name ?? '';
      if (field === 'siteNumber') return places.find((one) => one.number === value)?.name ?? '';
      if (field === 'position') return t(`customer.position.${value as string}`);
      if (field === 'preferredChannel') return t(`customer.channel.${value as string}`);
      return String(value ?? '');
    },
    touches,
    onSaved: done,
  });
  const register = useAction({ touches, run: (_: void, { headers }) => call('POST', path(account, '/contacts'), { headers, body: draft }), onSuccess: done });
  const problem = contact ? correction.problem : register.error;
  return (
    <>
      <Drawer
        isOpen
        isSticky
        size="wide"
        onClose={onClose}
        title={contact ? t('customer.editOf', { name: contact.name }) : t('customer.newContact')}
        footer={
          <>
            <Button onPress={onClose}>{t('common.cancel')}</Button>
            <Button kind="primary" isPending={correction.isPending || register.isPending} onPress={() => (contact ? correction.submit(draft) : register.mutate())}>
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
          <div className={styles.pair}>
            <TextField label={t('customer.field.personName')} value={draft.name} onChange={(name) => change({ name })} error={problem?.at('name')} maxLength={100} isRequired autoFocus />
            <TextField label={t('customer.field.jobTitle')} value={draft.jobTitle} onChange={(jobTitle) => change({ jobTitle })} error={problem?.at('jobTitle')} maxLength={100} />
            <Select label={t('customer.field.position')} options={positions.map((id) => ({ id, label: t(`customer.position.${id}`) }))} value={draft.position} onChange={(position) => change({ position: position as Contact['position'] })} isRequired />
            <Select
              label={t('customer.field.reportsTo')}
              options={[{ id: nobody, label: t('customer.nobody') }, ...people.filter((one) => one.active && one.id !== contact?.id).map((one) => ({ id: one.id, label: one.name, note: one.jobTitle }))]}
              value={draft.reportsTo ?? nobody}
              onChange={(id) => change({ reportsTo: id === nobody ? null : id })}
              error={problem?.at('reportsTo')}
            />
            <TextField label={t('customer.field.mobile')} type="tel" value={draft.mobile} onChange={(mobile) => change({ mobile })} error={problem?.at('mobile')} maxLength={100} />
            <TextField label={t('customer.field.phone')} hint={t('customer.phoneHint')} type="tel" value={draft.phone} onChange={(phone) => change({ phone })} error={problem?.at('phone')} maxLength={100} />
            <TextField label={t('customer.field.email')} type="email" value={draft.email} onChange={(email) => change({ email })} error={problem?.at('email')} maxLength={200} />
            <Select label={t('customer.field.preferredChannel')} options={preferredChannels.map((id) => ({ id, label: t(`customer.channel.${id}`) }))} value={draft.preferredChannel} onChange={(channel) => change({ preferredChannel: channel as Contact['preferredChannel'] })} />
            <Select
              label={t('customer.field.siteNumber')}
              options={[{ id: nobody, label: t('customer.noSite') }, ...places.map((one) => ({ id: one.number, label: one.name, note: one.number }))]}
              value={draft.siteNumber ?? nobody}
              onChange={(id) => change({ siteNumber: id === nobody ? null : id })}
              error={problem?.at('siteNumber')}
            />
            <Select
              label={t('customer.language')}
              options={[
                { id: 'zh-CN', label: t('customer.language.zh') },
                { id: 'en', label: t('customer.language.en') },
              ]}
              value={draft.language}
              onChange={(language) => change({ language })}
            />
          </div>
          <TextField label={t('customer.field.decides')} value={draft.decides} onChange={(decides) => change({ decides })} error={problem?.at('decides')} maxLength={500} />
          <TextArea label={t('customer.field.interests')} rows={2} value={draft.interests} onChange={(interests) => change({ interests })} error={problem?.at('interests')} maxLength={1000} />
          {contact && (
            <>
              <Checkbox isSelected={draft.active} onChange={(active) => change({ active })}>
                {t('customer.contactActive')}
              </Checkbox>
              <TextField label={t('customer.reason')} value={draft.reason} onChange={(reason) => change({ reason })} error={problem?.at('reason')} maxLength={500} />
            </>
          )}
        </div>
      </Drawer>
      {correction.conflict}
    </>
  );
}
