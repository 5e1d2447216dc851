import { call, ifMatch, useAction } from '@firstfix/api';
import { useText } from '@firstfix/i18n';
import { Banner, Button, Checkbox, Dialog, NumberField, RadioGroup, Select, TextField, toast } from '@firstfix/ui';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { bankQuery, difficulties, useSkills, useWords, type ExamSettings } from './data.ts';
import styles from './exam.module.css';

const fresh = {
  code: '', titleZh: '', titleEn: '', skill: 'SERVER', level: 3, passPercent: 70, minutes: 30, attemptsAllowed: 2, waitHours: 24,
  validityMonths: 24, renewDays: 30, drawing: { fixed: [], easy: 2, medium: 4, hard: 2 }, status: 'DRAFT', version: 0,
} as const satisfies Omit<ExamSettings, 'drawing'> & { drawing: object };

interface ExamDialogProps {
  exam?: ExamSettings;
  onClose: () => void;
  onSaved: (code: string) => void;
}

/** A new exam, or another way of one; papers that were begun stay as they are. */
export function ExamDialog({ exam, onClose, onSaved }: ExamDialogProps) {
  const t = useText();
  const { options } = useSkills();
  const [draft, setDraft] = useState<ExamSettings>(exam ?? { ...fresh, drawing: { ...fresh.drawing, fixed: [] } });
  const [reason, setReason] = useState('');
  const [isFixed, setFixed] = useState(draft.drawing.fixed.length > 0);
  const change = (part: Partial<ExamSettings>) => setDraft((before) => ({ ...before, ...part }));
  const save = useAction({
    touches: [['exams'], ['exam']],
    run: (_: void, { headers }) => {
      const { code, version, status: _status, drawing, ...rest } = draft;
      const body = { ...rest, drawing: isFixed ? { fixed: drawing.fixed, easy: 0, medium: 0, hard: 0 } : { ...drawing, fixed: [] } };
      return exam ? call('PUT', `/api/v1/exams/${code}`, { headers: ifMatch(`"${version}"`), body: { exam: body, reason } }) : call('POST', '/api/v1/exams', { headers, body: { code, exam: body } });
    },
    onSuccess: () => {
      toast({ kind: 'success', text: t('exam.saved', { code: draft.code }) });
      onSaved(draft.code);
      onClose();
    },
  });
  const problem = save.error;
  const number = (field: 'passPercent' | 'minutes' | 'attemptsAllowed' | 'waitHours' | 'renewDays', min: number, max: number, hint?: string) => (
    <NumberField label={t(`exam.field.${field}`)} value={draft[field]} onChange={(next) => change({ [field]: next ?? min })} minValue={min} maxValue={max} hideStepper hint={hint} error={problem?.at(`exam.${field}`)} isRequired />
  );
  return (
    <Dialog
      isOpen
      isSticky
      size="wide"
      onClose={onClose}
      title={exam ? t('exam.change') : t('exam.new')}
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
        {problem && <Banner kind="error" isLive title={problem.detail ?? problem.title}>{problem.hint}</Banner>}
        {!exam && <TextField label={t('exam.field.code')} hint={t('exam.field.codeHint')} value={draft.code} onChange={(code) => change({ code })} error={problem?.at('code')} isRequired autoFocus maxLength={40} />}
        <div className={styles.pair}>
          <TextField label={t('exam.field.titleZh')} value={draft.titleZh} onChange={(titleZh) => change({ titleZh })} error={problem?.at('exam.titleZh')} isRequired maxLength={100} />
          <TextField label={t('exam.field.titleEn')} value={draft.titleEn} onChange={(titleEn) => change({ titleEn })} error={problem?.at('exam.titleEn')} isRequired maxLength={100} />
          <Select label={t('exam.field.skill')} options={options} value={draft.skill} onChange={(skill) => change({ skill, drawing: { ...draft.drawing, fixed: [] } })} error={problem?.at('skill')} />
          <Select label={t('exam.field.level')} options={['1', '2', '3', '4', '5'].map((id) => ({ id, label: id }))} value={String(draft.level)} onChange={(level) => change({ level: Number(level) })} />
        </div>
        <div className={styles.triple}>
          {number('passPercent', 1, 100)}
          {number('minutes', 1, 480)}
          {number('attemptsAllowed', 1, 20)}
          {number('waitHours', 0, 8760)}
          <NumberField label={t('exam.field.validityMonths')} hint={t('exam.field.validityHint')} value={draft.validityMonths ?? null} onChange={(next) => change({ validityMonths: next ?? null })} minValue={1} maxValue={120} hideStepper error={problem?.at('exam.validityMonths')} />
          {number('renewDays', 0, 365, t('exam.field.renewHint'))}
        </div>
        <RadioGroup
          label={t('exam.field.drawing')}
          orientation="horizontal"
          value={isFixed ? 'fixed' : 'drawn'}
          onChange={(next) => setFixed(next === 'fixed')}
          options={[{ id: 'drawn', label: t('exam.drawing.drawn') }, { id: 'fixed', label: t('exam.drawing.fixed') }]}
          error={problem?.at('drawing')}
        />
        {isFixed ? (
          <Fixed skill={draft.skill} chosen={draft.drawing.fixed} onChange={(fixed) => change({ drawing: { ...draft.drawing, fixed } })} />
        ) : (
          <div className={styles.triple}>
            {difficulties.map((difficulty) => {
              const field = difficulty.toLowerCase() as 'easy' | 'medium' | 'hard';
              return <NumberField key={difficulty} label={t(`exam.difficulty.${difficulty}`)} value={draft.drawing[field]} onChange={(next) => change({ drawing: { ...draft.drawing, [field]: next ?? 0 } })} minValue={0} maxValue={100} hideStepper />;
            })}
          </div>
        )}
        {exam && <TextField label={t('exam.reason')} value={reason} onChange={setReason} maxLength={1000} />}
      </div>
    </Dialog>
  );
}

function Fixed({ skill, chosen, onChange }: { skill: string; chosen: string[]; onChange: (codes: string[]) => void }) {
  const t = useText();
  const words = useWords();
  const bank = useQuery(bankQuery(skill));
  if ((bank.data ?? []).length === 0) return <p className={styles.note}>{t('exam.drawing.emptyBank')}</p>;
  return (
    <div className={styles.form} role="group" aria-label={t('exam.drawing.fixed')}>
      {bank.data?.map((question) => (
        <Checkbox key={question.code} isSelected={chosen.includes(question.code)} onChange={(on) => onChange(on ? [...chosen, question.code] : chosen.filter((code) => code !== question.code))}>
          {question.code} · {words({ zh: question.textZh, en: question.textEn })} <span className={styles.note}>{t(`exam.difficulty.${question.difficulty}`)}</span>
        </Checkbox>
      ))}
    </div>
  );
}
