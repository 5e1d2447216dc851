import { api, isProblem, take, useAction } from '@firstfix/api';
import { useText } from '@firstfix/i18n';
import { Banner, Button, Card, IconButton } from '@firstfix/ui';
import { ImageIcon, RefreshIcon, TrashIcon } from '@firstfix/ui/icons';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { FileTrigger } from 'react-aria-components';
import { completionQuery, workOrderQuery, type WorkOrder } from './data.ts';
import { addPhoto } from './photos.ts';
import styles from './mobile.module.css';

type Moment = WorkOrder['photos'][number]['moment'];
const moments: readonly Moment[] = ['BEFORE', 'DURING', 'AFTER'];

interface Uploading {
  id: string;
  file: File;
  moment: Moment;
  problem?: string;
}

export function PhotosCard({ order, canWrite }: { order: WorkOrder; canWrite: boolean }) {
  const t = useText();
  const queries = useQueryClient();
  const [uploading, setUploading] = useState<Uploading[]>([]);
  const done = (view: WorkOrder) => {
    queries.setQueryData(workOrderQuery(order.number).queryKey, view);
    void queries.invalidateQueries({ queryKey: completionQuery(order.number).queryKey });
  };
  const upload = async (one: Uploading) => {
    setUploading((now) => [...now.filter((other) => other.id !== one.id), { ...one, problem: undefined }]);
    try {
      done(await addPhoto(order.number, one.file, one.moment, { 'Idempotency-Key': one.id }));
      setUploading((now) => now.filter((other) => other.id !== one.id));
    } catch (caught) {
      const problem = isProblem(caught) && !caught.isNetwork ? (caught.detail ?? caught.title) : t('mobile.photo.failed');
      setUploading((now) => now.map((other) => (other.id === one.id ? { ...other, problem } : other)));
    }
  };
  const remove = useAction({
    run: (fileId: string) => take(api.DELETE('/api/v1/work-orders/{number}/photos/{fileId}', { params: { path: { number: order.number, fileId } } })) as Promise<WorkOrder>,
    onSuccess: done,
  });
  return (
    <Card className={styles.panel} title={t('mobile.photos')} count={order.photos.length || undefined}>
      <div className={styles.stack}>
        {remove.error && (
          <Banner kind="error" isLive>
            {remove.error.detail ?? t('ui.error.unexpected')}
          </Banner>
        )}
        <div className={styles.moments}>
        {moments.map((moment) => {
          const taken = order.photos.filter((photo) => photo.moment === moment);
          const coming = uploading.filter((one) => one.moment === moment);
          if (!canWrite && taken.length === 0) return null;
          return (
            <div key={moment} className={styles.photoGroup} role="group" aria-label={t(`mobile.moment.${moment}`)}>
              <h3 className={styles.smallHeading}>{t(`mobile.moment.${moment}`)}</h3>
              <ul className={styles.photos}>
                {taken.map((photo, position) => (
                  <li key={photo.fileId}>
                    <a href={`/api/v1/files/${photo.fileId}`} target="_blank" rel="noreferrer">
                      <img src={`/api/v1/files/${photo.fileId}`} alt={t('mobile.photo.of', { moment: t(`mobile.moment.${moment}`), position: position + 1 })} loading="lazy" />
                    </a>
                    {canWrite && (
                      <IconButton
                        className={styles.photoRemove}
                        icon={TrashIcon}
                        label={t('mobile.photo.remove', { moment: t(`mobile.moment.${moment}`), position: position + 1 })}
                        outlined
                        isDisabled={remove.isPending}
                        onPress={() => remove.mutate(photo.fileId)}
                      />
                    )}
                  </li>
                ))}
                {coming.map((one) => (
                  <li key={one.id} data-coming={one.problem ? 'failed' : 'sending'}>
                    <Local file={one.file} />
                    <span className={styles.photoState} role="status">
                      {one.problem ? '' : t('mobile.photo.sending')}
                    </span>
                    {one.problem && <IconButton className={styles.photoRemove} icon={RefreshIcon} label={t('common.retry')} outlined onPress={() => void upload(one)} />}
                  </li>
                ))}
                {canWrite && (
                  <li>
                    <FileTrigger acceptedFileTypes={['image/*']} defaultCamera="environment" onSelect={(files) => files && [...files].forEach((file) => void upload({ id: crypto.randomUUID(), file, moment }))}>
                      <Button icon={ImageIcon} className={styles.photoAdd} aria-label={t('mobile.photo.add', { moment: t(`mobile.moment.${moment}`) })}>
                        {t('mobile.photo.take')}
                      </Button>
                    </FileTrigger>
                  </li>
                )}
              </ul>
              {coming.some((one) => one.problem) && (
                <p className={styles.refused} role="alert">
                  {coming.find((one) => one.problem)?.problem}
                </p>
              )}
            </div>
          );
        })}
        </div>
      </div>
    </Card>
  );
}

function Local({ file }: { file: File }) {
  const [url, setUrl] = useState<string>();
  useEffect(() => {
    const made = URL.createObjectURL(file);
    setUrl(made);
    return () => URL.revokeObjectURL(made);
  }, [file]);
  return <img src={url} alt="" />;
}
