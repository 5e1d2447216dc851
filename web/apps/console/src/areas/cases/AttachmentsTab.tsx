import { api, call, take, useAction } from '@firstfix/api';
import { useDates, useNumbers, useText } from '@firstfix/i18n';
import { Banner, EmptyState, ErrorState, FileDrop, Skeleton } from '@firstfix/ui';
import { FileIcon, PaperclipIcon } from '@firstfix/ui/icons';
import { useQuery } from '@tanstack/react-query';
import { attachmentsQuery, type CaseView } from './data.ts';
import styles from './cases.module.css';

/** Photos and documents of the case. */
export function AttachmentsTab({ it }: { it: CaseView }) {
  const t = useText();
  const dates = useDates();
  const numbers = useNumbers();
  const files = useQuery(attachmentsQuery(it.number));
  const attach = useAction({
    run: async (chosen: File[], { headers }) => {
      for (const file of chosen) {
        const form = new FormData();
        form.set('file', file);
        const stored = await call<{ id: string }>('POST', '/api/v1/files', { body: form });
        await take(
          api.POST('/api/v1/cases/{number}/attachments', {
            params: { path: { number: it.number }, header: { 'Idempotency-Key': `${headers['Idempotency-Key']}:${stored.data.id}` } },
            body: { fileId: stored.data.id },
          }),
        );
      }
    },
    touches: [['case', it.number]],
  });
  if (files.isPending) return <Skeleton lines={4} />;
  if (files.isError) return <ErrorState error={files.error} onRetry={() => void files.refetch()} />;
  return (
    <div className={styles.tab}>
      {it.actions.includes('attach') && <FileDrop label={t('cases.attach')} files={[]} onChange={(chosen) => attach.mutate(chosen)} isDisabled={attach.isPending} />}
      {attach.error && <Banner kind="error" title={attach.error.message} isLive>{attach.error.hint}</Banner>}
      {files.data.length === 0 && <EmptyState icon={PaperclipIcon} title={t('cases.noFiles')} />}
      <ul className={styles.files}>
        {files.data.map((file) => (
          <li key={file.fileId} className={styles.file}>
            {file.mediaType.startsWith('image/') ? <img src={`/api/v1/files/${file.fileId}`} alt="" className={styles.thumb} loading="lazy" /> : <FileIcon size={28} />}
            <a href={`/api/v1/files/${file.fileId}`} target="_blank" rel="noreferrer" className={styles.link}>
              {file.fileName}
            </a>
            <span className={styles.note}>
              {numbers.bytes(file.size)} · {file.attachedBy} · {dates.dateTime(file.attachedAt)}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}
