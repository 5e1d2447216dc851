import { call, useAction } from '@firstfix/api';
import { useNumbers, useText } from '@firstfix/i18n';
import { Button, TextField } from '@firstfix/ui';
import { useState } from 'react';
import { overrulingReasons, type Overruling } from './data.ts';
import { askWhy, useAsked } from './whyOtherwise.ts';
import styles from './policy.module.css';

/** One question after a choice that the engine would have made otherwise: one click says why, another one leaves it. It stands in nobody's way. */
export function WhyOtherwise() {
  const asked = useAsked();
  return asked && <Question key={asked.id} overruling={asked} />;
}

function Question({ overruling }: { overruling: Overruling }) {
  const t = useText();
  const numbers = useNumbers();
  const [inWords, setInWords] = useState(false);
  const [note, setNote] = useState('');
  const explain = useAction({
    touches: [['overrulings']],
    run: (reason: (typeof overrulingReasons)[number]) => call<Overruling>('PUT', `/api/v1/overrulings/${overruling.id}/reason`, { body: { reason, note } }),
    onSuccess: () => askWhy(null),
  });
  const { chosen, best, moreMoney, morePreference } = overruling;
  const price = moreMoney === null || morePreference === null ? t('dispatch.why.forbidden') : t('dispatch.why.more', { price: numbers.money((moreMoney + morePreference) / 100, 'CNY') });
  return (
    <section className={styles.question} aria-label={t('dispatch.why')}>
      <p role="status">
        <strong>{t('dispatch.why')}</strong> {t('dispatch.why.said', { chosen: chosen.engineerName, best: best.engineerName, price })}
      </p>
      {explain.error && <p role="alert">{explain.error.detail ?? explain.error.title}</p>}
      <div className={styles.answers}>
        {overrulingReasons
          .filter((reason) => reason !== 'OTHER')
          .map((reason) => (
            <Button key={reason} isDisabled={explain.isPending} onPress={() => explain.mutate(reason)}>
              {t(`dispatch.overruling.reason.${reason}`)}
            </Button>
          ))}
        <Button isDisabled={explain.isPending} onPress={() => setInWords(true)}>
          {t('dispatch.overruling.reason.OTHER')}…
        </Button>
        <Button kind="quiet" onPress={() => askWhy(null)}>
          {t('dispatch.why.skip')}
        </Button>
      </div>
      {inWords && (
        <form
          className={styles.words}
          onSubmit={(event) => {
            event.preventDefault();
            explain.mutate('OTHER');
          }}
        >
          <TextField label={t('dispatch.why.words')} value={note} onChange={setNote} maxLength={500} autoFocus error={explain.error?.at('note')} />
          <Button kind="primary" type="submit" isPending={explain.isPending} isDisabled={!note.trim()}>
            {t('common.save')}
          </Button>
        </form>
      )}
    </section>
  );
}
