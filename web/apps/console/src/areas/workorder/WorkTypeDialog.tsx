import { call, ifMatch, useAction } from '@firstfix/api';
import { useText } from '@firstfix/i18n';
import { Banner, Button, Checkbox, Dialog, IconButton, NumberField, Switch, TextField, toast } from '@firstfix/ui';
import { ArrowDownIcon, ArrowUpIcon, PlusIcon, TrashIcon } from '@firstfix/ui/icons';
import { useRef, useState } from 'react';
import { useName, type WorkType, type WorkTypeLine } from './data.ts';
import styles from './workorder.module.css';

interface Draft extends Omit<WorkType, 'checklist' | 'actions' | 'version'> {
  /** Lines have a key of their own: they are moved while they are written. */
  checklist: (WorkTypeLine & { key: number })[];
}

const fresh: Draft = { code: '', nameZh: '', nameEn: '', expectedMinutes: 90, crewSize: 1, checklist: [], active: true };

/** A new type of work, or another state of one. Visits that are ordered already keep what they began with. */
export function WorkTypeDialog({ type, onClose }: { type?: WorkType; onClose: () => void }) {
  const t = useText();
  const name = useName();
  const nextKey = useRef(type?.checklist.length ?? 0);
  const [draft, setDraft] = useState<Draft>(() => (type ? { ...type, checklist: type.checklist.map((line, key) => ({ ...line, key })) } : fresh));
  const [reason, setReason] = useState('');
  const change = (part: Partial<Draft>) => setDraft((before) => ({ ...before, ...part }));
  const changeLine = (key: number, part: Partial<WorkTypeLine>) => change({ checklist: draft.checklist.map((line) => (line.key === key ? { ...line, ...part } : line)) });
  const add = (kind: WorkTypeLine['kind']) =>
    change({ checklist: [...draft.checklist, { key: nextKey.current++, kind, textZh: '', textEn: '', unit: '', low: null, high: null, required: true }] });
  const move = (from: number, by: -1 | 1) => {
    const checklist = [...draft.checklist];
    checklist.splice(from + by, 0, ...checklist.splice(from, 1));
    change({ checklist });
  };
  const save = useAction({
    touches: [['work-types']],
    run: (_: void, { headers }) => {
      const { code, nameZh, nameEn, expectedMinutes, crewSize, checklist, active } = draft;
      const body = { nameZh, nameEn, expectedMinutes, crewSize, active, checklist: checklist.map(({ key: _key, ...line }) => line), reason };
      return call('PUT', `/api/v1/work-types/${encodeURIComponent(code)}`, { headers: type ? ifMatch(`"${type.version}"`) : headers, body });
    },
    onSuccess: () => {
      toast({ kind: 'success', text: t('workorder.types.saved', { code: draft.code }) });
      onClose();
    },
  });
  const problem = save.error;
  const about = problem?.errors.filter((error) => error.field === 'checklist').map((error) => error.message) ?? [];
  return (
    <Dialog
      isOpen
      isSticky
      size="wide"
      onClose={onClose}
      title={type ? name(type) : t('workorder.types.new')}
      footer={
        <>
          <Button onPress={onClose}>{t('common.cancel')}</Button>
          <Button kind="primary" isPending={save.isPending} onPress={() => save.mutate()}>
            {t('common.save')}
          </Button>
        </>
      }
    >
      <div className={styles.stack}>
        {problem && (
          <Banner kind="error" title={problem.detail ?? problem.title} isLive>
            {about.join(' ') || problem.hint}
          </Banner>
        )}
        {!type && <TextField label={t('workorder.types.code')} hint={t('workorder.types.codeHint')} value={draft.code} onChange={(code) => change({ code: code.toUpperCase() })} error={problem?.at('code')} isRequired autoFocus maxLength={40} />}
        <div className={styles.pair}>
          <TextField label={t('workorder.types.nameZh')} value={draft.nameZh} onChange={(nameZh) => change({ nameZh })} error={problem?.at('nameZh')} isRequired maxLength={100} />
          <TextField label={t('workorder.types.nameEn')} value={draft.nameEn} onChange={(nameEn) => change({ nameEn })} error={problem?.at('nameEn')} isRequired maxLength={100} />
          <NumberField label={t('workorder.expected')} unit={t('workorder.types.minutes')} value={draft.expectedMinutes || null} onChange={(minutes) => change({ expectedMinutes: minutes ?? 0 })} minValue={5} maxValue={1440} step={5} error={problem?.at('expectedMinutes')} isRequired />
          <NumberField label={t('workorder.crewSize')} value={draft.crewSize} onChange={(size) => change({ crewSize: size ?? 1 })} minValue={1} maxValue={4} error={problem?.at('crewSize')} isRequired />
        </div>
        <fieldset className={styles.checklist}>
          <legend>{t('workorder.checklist')}</legend>
          {draft.checklist.map((line, position) => (
            <div key={line.key} role="group" aria-label={t('workorder.types.line', { position: position + 1 })} className={styles.line}>
              <TextField label={t(`workorder.types.${line.kind === 'READING' ? 'reading' : 'check'}Zh`)} value={line.textZh} onChange={(textZh) => changeLine(line.key, { textZh })} error={problem?.at(`checklist[${position}].textZh`)} maxLength={200} />
              <TextField label={t(`workorder.types.${line.kind === 'READING' ? 'reading' : 'check'}En`)} value={line.textEn} onChange={(textEn) => changeLine(line.key, { textEn })} error={problem?.at(`checklist[${position}].textEn`)} maxLength={200} />
              <div className={styles.order}>
                <IconButton icon={ArrowUpIcon} label={t('workorder.types.up')} isDisabled={position === 0} onPress={() => move(position, -1)} />
                <IconButton icon={ArrowDownIcon} label={t('workorder.types.down')} isDisabled={position === draft.checklist.length - 1} onPress={() => move(position, 1)} />
                <IconButton icon={TrashIcon} label={t('workorder.types.remove')} onPress={() => change({ checklist: draft.checklist.filter((one) => one.key !== line.key) })} />
              </div>
              <div className={styles.limits}>
                {line.kind === 'READING' && (
                  <div className={styles.figures}>
                    <TextField label={t('workorder.types.unit')} value={line.unit} onChange={(unit) => changeLine(line.key, { unit })} error={problem?.at(`checklist[${position}].unit`)} maxLength={20} />
                    <NumberField label={t('workorder.types.low')} value={line.low} onChange={(low) => changeLine(line.key, { low })} hideStepper />
                    <NumberField label={t('workorder.types.high')} value={line.high} onChange={(high) => changeLine(line.key, { high })} hideStepper />
                  </div>
                )}
                <Checkbox isSelected={line.required} onChange={(required) => changeLine(line.key, { required })}>
                  {t('workorder.types.required')}
                </Checkbox>
              </div>
            </div>
          ))}
          <div className={styles.tags}>
            <Button icon={PlusIcon} onPress={() => add('CHECK')}>{t('workorder.types.addCheck')}</Button>
            <Button icon={PlusIcon} onPress={() => add('READING')}>{t('workorder.types.addReading')}</Button>
          </div>
        </fieldset>
        <Switch isSelected={draft.active} onChange={(active) => change({ active })} hint={t('workorder.types.activeHint')}>
          {t('workorder.types.active')}
        </Switch>
        {problem?.at('active') && <p role="alert" className={styles.wrong}>{problem.at('active')}</p>}
        <TextField label={t('workorder.types.reason')} value={reason} onChange={setReason} error={problem?.at('reason')} isRequired maxLength={1000} />
      </div>
    </Dialog>
  );
}
