import { call, useAction } from '@firstfix/api';
import { useDates, useText } from '@firstfix/i18n';
import { Banner, Button, Card, Dialog, RadioGroup, TextArea, toast } from '@firstfix/ui';
import { useState } from 'react';
import type { Usefulness } from './data.ts';
import styles from './knowledge.module.css';

interface OpinionsProps {
  number: string;
  opinions: Usefulness['opinions'];
  canJudge: boolean;
}

/** What people of the house think. Beside the figures, never in them. */
export function Opinions({ number, opinions, canJudge }: OpinionsProps) {
  const t = useText();
  const dates = useDates();
  const [isOpen, setOpen] = useState(false);
  return (
    <Card
      title={t('knowledge.opinions')}
      note={t('knowledge.opinions.count', { helpful: opinions.helpful, not: opinions.notHelpful })}
      actions={
        canJudge && (
          <Button kind="quiet" onPress={() => setOpen(true)}>
            {t('knowledge.judge')}
          </Button>
        )
      }
    >
      {opinions.newest.length === 0 ? (
        <p className={styles.note}>{t('knowledge.opinions.none')}</p>
      ) : (
        <ul className={styles.editions}>
          {opinions.newest.slice(0, 5).map((one) => (
            <li key={`${one.userName} ${one.givenAt}`}>
              <b>{t(one.helpful ? 'knowledge.helpful' : 'knowledge.notHelpful')}</b> <span className={styles.note}>{[one.userName, dates.date(one.givenAt)].join(' · ')}</span>
              {one.why && <div>{one.why}</div>}
            </li>
          ))}
        </ul>
      )}
      {isOpen && <JudgeDialog number={number} onClose={() => setOpen(false)} />}
    </Card>
  );
}

function JudgeDialog({ number, onClose }: { number: string; onClose: () => void }) {
  const t = useText();
  const [helpful, setHelpful] = useState<string | null>(null);
  const [why, setWhy] = useState('');
  const judge = useAction({
    touches: [['usefulness']],
    run: (_: void, { headers }) => call('POST', `/api/v1/knowledge/articles/${number}/opinions`, { headers, body: { helpful: helpful === null ? null : helpful === 'yes', why } }),
    onSuccess: () => {
      toast({ kind: 'success', text: t('knowledge.judged') });
      onClose();
    },
  });
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t('knowledge.judge')}
      footer={
        <>
          <Button onPress={onClose}>{t('common.cancel')}</Button>
          <Button kind="primary" isPending={judge.isPending} onPress={() => judge.mutate()}>
            {t('common.save')}
          </Button>
        </>
      }
    >
      <div className={styles.stack}>
        {judge.error && <Banner kind="error" title={judge.error.detail ?? judge.error.title} isLive>{judge.error.hint}</Banner>}
        <RadioGroup
          label={t('knowledge.judge.question')}
          value={helpful}
          onChange={setHelpful}
          error={judge.error?.at('helpful')}
          options={[
            { id: 'yes', label: t('knowledge.helpful') },
            { id: 'no', label: t('knowledge.notHelpful') },
          ]}
        />
        <TextArea label={t('knowledge.judge.why')} value={why} onChange={setWhy} maxLength={1000} />
      </div>
    </Dialog>
  );
}
