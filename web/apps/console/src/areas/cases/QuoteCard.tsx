import { call, useAction } from '@firstfix/api';
import { useDates, useNumbers, useText } from '@firstfix/i18n';
import { Banner, Button, Card, Dialog, KeyValueList, NumberField, Select, StatusTag, TextArea, toast } from '@firstfix/ui';
import { CheckIcon, SendIcon } from '@firstfix/ui/icons';
import { useState } from 'react';
import type { CaseView } from './data.ts';
import styles from './cases.module.css';

type Quote = NonNullable<CaseView['quote']>;

const tones = { REQUESTED: 'breached', SENT: 'waiting', AGREED: 'done', DECLINED: 'cancelled', WITHDRAWN: 'cancelled' } as const;

/** Where the quote stands that must be agreed to before an engineer goes, and the next step. */
export function QuoteCard({ it, quote }: { it: CaseView; quote: Quote }) {
  const t = useText();
  const dates = useDates(it.site.zone);
  const numbers = useNumbers();
  const [open, setOpen] = useState<'send' | 'answer' | null>(null);
  const may = (step: string) => it.actions.includes(step);
  return (
    <Card
      title={t('cases.quote.title', { number: quote.number })}
      note={<StatusTag tone={tones[quote.status]}>{t(`cases.quote.status.${quote.status}`)}</StatusTag>}
      actions={
        <>
          {may('send-quote') && (
            <Button kind={quote.status === 'REQUESTED' ? 'primary' : 'secondary'} icon={SendIcon} onPress={() => setOpen('send')}>
              {t(quote.status === 'REQUESTED' ? 'cases.quote.send' : 'cases.quote.sendAgain')}
            </Button>
          )}
          {may('answer-quote') && (
            <Button kind="primary" icon={CheckIcon} onPress={() => setOpen('answer')}>
              {t('cases.quote.answer')}
            </Button>
          )}
        </>
      }
    >
      <KeyValueList
        items={[
          { label: t('cases.quote.why'), value: t(`cases.cover.${it.cover.reason}`) },
          { label: t('cases.quote.requestedAt'), value: dates.dateTime(quote.requestedAt) },
          { label: t('cases.quote.amount'), value: quote.amount != null && quote.currency ? numbers.money(quote.amount, quote.currency) : '' },
          { label: t('cases.quote.text'), value: quote.text },
          { label: t('cases.quote.sentAt'), value: quote.sentAt && t('cases.quote.by', { at: dates.dateTime(quote.sentAt), who: quote.sentBy }) },
          { label: t('cases.quote.customerSaid'), value: quote.customerSaid },
          { label: t('cases.quote.answeredAt'), value: quote.answeredAt && t('cases.quote.by', { at: dates.dateTime(quote.answeredAt), who: quote.answeredBy }) },
        ].filter((one) => one.value)}
      />
      {open === 'send' && <SendDialog it={it} quote={quote} onClose={() => setOpen(null)} />}
      {open === 'answer' && <AnswerDialog it={it} quote={quote} onClose={() => setOpen(null)} />}
    </Card>
  );
}

function useQuoteStep(it: CaseView, step: 'send' | 'answer', onDone: () => void) {
  const t = useText();
  return useAction({
    run: async (body: Record<string, unknown>, { headers }) => (await call<CaseView>('POST', `/api/v1/cases/${it.number}/quote/${step}`, { body, headers })).data,
    touches: [['case', it.number], ['cases'], ['reminders']],
    onSuccess: (after) => {
      toast({ kind: 'success', text: t('cases.quote.now', { number: after.quote?.number ?? '', status: t(`cases.quote.status.${after.quote?.status ?? 'SENT'}`) }) });
      onDone();
    },
  });
}

interface DialogProps {
  it: CaseView;
  quote: Quote;
  onClose: () => void;
}

function SendDialog({ it, quote, onClose }: DialogProps) {
  const t = useText();
  const [amount, setAmount] = useState<number | null>(quote.amount ?? null);
  const [text, setText] = useState(quote.text);
  const step = useQuoteStep(it, 'send', onClose);
  const problem = step.error;
  const currency = quote.currency ?? 'CNY';
  return (
    <Dialog
      isOpen
      title={t('cases.quote.send')}
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{t('common.cancel')}</Button>
          <Button kind="primary" isPending={step.isPending} isDisabled={amount === null || !text.trim()} onPress={() => step.mutate({ amount, currency, text })}>
            {t('cases.quote.send')}
          </Button>
        </>
      }
    >
      <div className={styles.dialogFields}>
        {problem && <Banner kind="error" title={problem.message}>{problem.hint}</Banner>}
        <p className={styles.note}>{t('cases.quote.sendNote')}</p>
        <NumberField label={t('cases.quote.amount')} value={amount} onChange={setAmount} minValue={0} unit={currency} hideStepper error={problem?.at('amount')} isRequired autoFocus />
        <TextArea label={t('cases.quote.text')} hint={t('cases.quote.textHint')} value={text} onChange={setText} rows={5} maxLength={5000} error={problem?.at('text')} isRequired />
      </div>
    </Dialog>
  );
}

function AnswerDialog({ it, quote, onClose }: DialogProps) {
  const t = useText();
  const [agreed, setAgreed] = useState<'yes' | 'no'>('yes');
  const [customerSaid, setCustomerSaid] = useState('');
  const step = useQuoteStep(it, 'answer', onClose);
  const problem = step.error;
  return (
    <Dialog
      isOpen
      title={t('cases.quote.answerOf', { number: quote.number })}
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{t('common.cancel')}</Button>
          <Button kind="primary" isPending={step.isPending} isDisabled={!customerSaid.trim()} onPress={() => step.mutate({ agreed: agreed === 'yes', customerSaid })}>
            {t('cases.quote.answer')}
          </Button>
        </>
      }
    >
      <div className={styles.dialogFields}>
        {problem && <Banner kind="error" title={problem.message}>{problem.hint}</Banner>}
        <Select label={t('cases.quote.agreed')} options={(['yes', 'no'] as const).map((id) => ({ id, label: t(`cases.quote.agreed.${id}`) }))} value={agreed} onChange={(next) => setAgreed(next as 'yes' | 'no')} autoFocus />
        <TextArea label={t('cases.quote.customerSaid')} hint={t('cases.quote.customerSaidHint')} value={customerSaid} onChange={setCustomerSaid} rows={3} maxLength={1000} error={problem?.at('customerSaid')} isRequired />
      </div>
    </Dialog>
  );
}
