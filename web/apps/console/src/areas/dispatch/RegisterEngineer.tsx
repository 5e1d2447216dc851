import { call, useAction } from '@firstfix/api';
import { useText } from '@firstfix/i18n';
import { Banner, Button, ComboBox, Drawer, Select, TextField, toast, type Option } from '@firstfix/ui';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { ContractorFields, type Contractor } from './ContractorFields.tsx';
import { termsQuery, useName, type Engineer, type Skill } from './data.ts';
import { SkillFields } from './SkillFields.tsx';
import styles from './dispatch.module.css';

interface Person {
  personId: string;
  name: string;
  orgUnitNameZh: string;
  orgUnitNameEn: string;
}

/** Somebody of the house is sent to customers from now on. */
export function RegisterEngineer({ onClose, onSaved }: { onClose: () => void; onSaved: (code: string) => void }) {
  const t = useText();
  const name = useName();
  const terms = useQuery(termsQuery);
  const [person, setPerson] = useState<Option | null>(null);
  const [code, setCode] = useState('');
  const [territory, setTerritory] = useState<string | null>(null);
  const [skills, setSkills] = useState<Skill[]>([]);
  const [contractor, setContractor] = useState<Contractor | null>(null);
  const save = useAction({
    touches: [['engineers'], ['candidates'], ['days']],
    run: async (_: void, { headers }) =>
      (await call<Engineer>('POST', '/api/v1/engineers', { headers, body: { personId: person?.id ?? null, code, territory, homeLatitude: null, homeLongitude: null, skills, contractor } })).data,
    onSuccess: (engineer) => {
      toast({ kind: 'success', text: t('dispatch.registered', { name: engineer.name }) });
      onClose();
      onSaved(engineer.code);
    },
  });
  const find = async (text: string, signal: AbortSignal) => {
    const { data } = await call<{ items: Person[] }>('GET', '/api/v1/engineer-candidates', { query: { text }, signal });
    return data.items.map((one) => ({ id: one.personId, label: one.name, note: name({ nameZh: one.orgUnitNameZh, nameEn: one.orgUnitNameEn }) }));
  };
  const problem = save.error;
  return (
    <Drawer
      isOpen
      isSticky
      size="wide"
      onClose={onClose}
      title={t('dispatch.register')}
      footer={
        <>
          <Button onPress={onClose}>{t('common.cancel')}</Button>
          <Button kind="primary" isPending={save.isPending} isDisabled={!person || !code.trim()} onPress={() => save.mutate()}>
            {t('dispatch.register')}
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
        <ComboBox label={t('dispatch.person')} hint={t('dispatch.personHint')} value={person} onChange={setPerson} search={find} minimum={0} error={problem?.at('personId')} isRequired autoFocus />
        <div className={styles.pair}>
          <TextField label={t('dispatch.code')} hint={t('dispatch.codeHint')} value={code} onChange={setCode} error={problem?.at('code')} maxLength={40} isRequired />
          <Select label={t('dispatch.territory')} value={territory} onChange={setTerritory} options={(terms.data?.territories ?? []).map((term) => ({ id: term.code, label: name(term) }))} error={problem?.at('territory')} />
        </div>
        <fieldset className={styles.group}>
          <legend>{t('dispatch.skills')}</legend>
          <SkillFields skills={skills} onChange={setSkills} />
        </fieldset>
        <ContractorFields contractor={contractor} onChange={setContractor} error={problem?.at('contractor.company')} />
      </div>
    </Drawer>
  );
}
