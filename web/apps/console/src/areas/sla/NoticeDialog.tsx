import { call, useAction } from '@firstfix/api';
import { useText } from '@firstfix/i18n';
import { Banner, Button, Dialog, FileDrop, KeyValueList, toast } from '@firstfix/ui';
import { useState } from 'react';
import type { NoticeOutcome } from './data.ts';
import styles from './sla.module.css';

/** Takes in the official days of a year: read, checked by the server, shown, then saved. */
export function NoticeDialog({ onClose }: { onClose: () => void }) {
  const t = useText();
  const [files, setFiles] = useState<File[]>([]);
  const [content, setContent] = useState<unknown>(null);
  const [unreadable, setUnreadable] = useState(false);
  const check = useAction({
    run: async (body: unknown) => (await call<NoticeOutcome>('POST', '/api/v1/official-notices', { query: { onlyCheck: true }, body })).data,
  });
  const save = useAction({
    touches: [['official-notices'], ['calendar']],
    run: async (body: unknown, { headers }) => (await call<NoticeOutcome>('POST', '/api/v1/official-notices', { headers, body })).data,
    onSuccess: (outcome) => {
      toast({ kind: 'success', text: t('sla.notice.saved', { year: String(outcome.notice.year) }) });
      onClose();
    },
  });
  const choose = async (chosen: File[]) => {
    const file = chosen.at(-1);
    setFiles(file ? [file] : []);
    setContent(null);
    setUnreadable(false);
    check.reset();
    if (!file) return;
    try {
      const read: unknown = JSON.parse(await file.text());
      setContent(read);
      check.mutate(read);
    } catch {
      setUnreadable(true);
    }
  };
  const problem = save.error ?? check.error;
  const found = check.data;
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t('sla.notice.import')}
      footer={
        <>
          <Button onPress={onClose}>{t('common.cancel')}</Button>
          <Button kind="primary" isDisabled={!found} isPending={save.isPending || check.isPending} onPress={() => save.mutate(content)}>
            {t('sla.notice.save')}
          </Button>
        </>
      }
    >
      <div className={styles.form}>
        <p className={styles.note}>{t('sla.notice.format')}</p>
        <FileDrop label={t('sla.notice.file')} files={files} onChange={(chosen) => void choose(chosen)} accept={['.json']} maxBytes={200_000} />
        {unreadable && <Banner kind="error">{t('sla.notice.unreadable')}</Banner>}
        {problem && (
          <Banner kind="error" title={problem.detail ?? problem.title}>
            <ul>
              {problem.errors.map((field) => (
                <li key={`${field.field}:${field.code}`}>{field.message}</li>
              ))}
            </ul>
          </Banner>
        )}
        {found && (
          <KeyValueList
            items={[
              { label: t('sla.notice.yearLabel'), value: String(found.notice.year) },
              { label: t('sla.legend.official-holiday'), value: found.notice.daysOff },
              { label: t('sla.legend.make-up-day'), value: found.notice.makeUpDays },
              { label: t('sla.notice.source'), value: <span className={styles.source}>{found.notice.source}</span> },
              { label: t('sla.notice.replaces'), value: found.replaces ? t('sla.notice.days', { off: found.replaces.daysOff, makeUp: found.replaces.makeUpDays }) : t('sla.notice.nothingKnown') },
            ]}
          />
        )}
      </div>
    </Dialog>
  );
}
