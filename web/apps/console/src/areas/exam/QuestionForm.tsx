import type { ProblemError } from '@firstfix/api';
import { useText } from '@firstfix/i18n';
import { Banner, Button, Checkbox, IconButton, NumberField, Select, TextArea, TextField } from '@firstfix/ui';
import { PlusIcon, TrashIcon } from '@firstfix/ui/icons';
import { difficulties, kinds, useSkills, type Content, type Words } from './data.ts';
import styles from './exam.module.css';

export const emptyContent: Content = {
  kind: 'SINGLE_CHOICE', skill: 'SERVER', difficulty: 'MEDIUM', points: 2, report: '', text: { zh: '', en: '' },
  choices: ['a', 'b', 'c', 'd'].map((id) => ({ id, text: { zh: '', en: '' }, right: false })), modelAnswer: { zh: '', en: '' }, explanation: { zh: '', en: '' },
};

interface QuestionFormProps {
  content: Content;
  onChange: (content: Content) => void;
  problem: ProblemError | null;
}

/** What a question asks and what is right, in both languages side by side. */
export function QuestionForm({ content, onChange, problem }: QuestionFormProps) {
  const t = useText();
  const { options } = useSkills();
  const change = (part: Partial<Content>) => onChange({ ...content, ...part });
  // The server names a field as it was sent or as the rule calls it.
  const at = (field: string) => problem?.at(field) ?? problem?.at(`content.${field}`);
  const both = (field: 'text' | 'modelAnswer' | 'explanation', rows: number, isRequired = true) => (
    <div className={styles.pair}>
      {(['zh', 'en'] as const).map((language) => (
        <TextArea key={language} label={t(`exam.question.${field}.${language}`)} rows={rows} value={content[field][language]} onChange={(value) => change({ [field]: { ...content[field], [language]: value } })} error={at(field)} isRequired={isRequired} maxLength={4000} />
      ))}
    </div>
  );
  return (
    <div className={styles.form}>
      {problem && <Banner kind="error" isLive title={problem.detail ?? problem.title}>{problem.hint}</Banner>}
      <div className={styles.pair}>
        <Select label={t('exam.question.kind')} options={kinds.map((id) => ({ id, label: t(`exam.kind.${id}`) }))} value={content.kind} onChange={(kind) => change({ kind: kind as Content['kind'], choices: kind === 'SHORT_TEXT' ? [] : content.choices.length > 0 ? content.choices : emptyContent.choices })} />
        <Select label={t('exam.field.skill')} options={options} value={content.skill} onChange={(skill) => change({ skill })} error={at('skill')} />
        <Select label={t('exam.difficulty')} options={difficulties.map((id) => ({ id, label: t(`exam.difficulty.${id}`) }))} value={content.difficulty} onChange={(difficulty) => change({ difficulty: difficulty as Content['difficulty'] })} />
        <NumberField label={t('exam.points')} value={content.points} onChange={(points) => change({ points: points ?? 1 })} minValue={1} maxValue={20} error={at('points')} isRequired />
      </div>
      <TextArea label={t('exam.question.report')} hint={t('exam.question.reportHint')} rows={3} value={content.report} onChange={(report) => change({ report })} error={at('report')} maxLength={4000} />
      {both('text', 2)}
      {content.kind === 'SHORT_TEXT' ? both('modelAnswer', 3) : <Choices content={content} onChange={(choices) => change({ choices })} error={at('choices')} />}
      {both('explanation', 3)}
    </div>
  );
}

interface ChoicesProps {
  content: Content;
  onChange: (choices: Content['choices']) => void;
  error: string | undefined;
}

function Choices({ content, onChange, error }: ChoicesProps) {
  const t = useText();
  const { choices } = content;
  const change = (id: string, part: Partial<Content['choices'][number]>) =>
    onChange(choices.map((choice) => (choice.id === id ? { ...choice, ...part } : part.right && content.kind === 'SINGLE_CHOICE' ? { ...choice, right: false } : choice)));
  const write = (id: string, text: Words) => change(id, { text });
  const add = () => {
    const free = [...'abcdefghijklmnopqrstuvwxyz'].find((id) => choices.every((choice) => choice.id !== id)) ?? crypto.randomUUID();
    onChange([...choices, { id: free, text: { zh: '', en: '' }, right: false }]);
  };
  return (
    <div className={styles.form} role="group" aria-label={t('exam.question.choices')}>
      {error && <Banner kind="error" title={error} />}
      {choices.map((choice, position) => (
        <div key={choice.id} className={styles.editChoice}>
          <Checkbox isSelected={choice.right} onChange={(right) => change(choice.id, { right })} aria-label={t('exam.question.isRight', { number: position + 1 })}>
            {t('exam.question.right')}
          </Checkbox>
          <TextField label={t('exam.question.choice.zh', { number: position + 1 })} value={choice.text.zh} onChange={(zh) => write(choice.id, { ...choice.text, zh })} maxLength={4000} />
          <TextField label={t('exam.question.choice.en', { number: position + 1 })} value={choice.text.en} onChange={(en) => write(choice.id, { ...choice.text, en })} maxLength={4000} />
          <IconButton icon={TrashIcon} label={t('exam.question.remove', { number: position + 1 })} onPress={() => onChange(choices.filter((one) => one.id !== choice.id))} />
        </div>
      ))}
      {choices.length < 12 && (
        <div>
          <Button kind="quiet" icon={PlusIcon} onPress={add}>
            {t('exam.question.addChoice')}
          </Button>
        </div>
      )}
    </div>
  );
}
