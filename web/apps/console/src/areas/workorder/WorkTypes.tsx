import { useDurations, useText } from '@firstfix/i18n';
import { Button, Card, ErrorState, Skeleton, StatusTag } from '@firstfix/ui';
import { EditIcon, PlusIcon } from '@firstfix/ui/icons';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Page, useCan } from '../../index.ts';
import { useName, workTypesQuery, type WorkType } from './data.ts';
import { WorkTypeDialog } from './WorkTypeDialog.tsx';
import styles from './workorder.module.css';

/** What the house does at customers: how long it takes, how many it takes, and what is checked. Plans reckon with it. */
export function WorkTypes() {
  const t = useText();
  const name = useName();
  const can = useCan();
  const durations = useDurations();
  const types = useQuery(workTypesQuery);
  const [editing, setEditing] = useState<WorkType | 'new' | null>(null);
  return (
    <Page
      title={t('workorder.types')}
      actions={
        can('catalogue.maintain') && (
          <Button kind="primary" icon={PlusIcon} onPress={() => setEditing('new')}>
            {t('workorder.types.new')}
          </Button>
        )
      }
    >
      <Card>
        <p className={styles.note}>{t('workorder.types.note')}</p>
        {types.isError ? (
          <ErrorState error={types.error} onRetry={() => void types.refetch()} />
        ) : types.isPending ? (
          <Skeleton lines={6} />
        ) : (
          <div className={styles.scroll}>
            <table className={styles.types}>
              <thead>
                <tr>
                  <th scope="col">{t('workorder.workType')}</th>
                  <th scope="col">{t('workorder.expected')}</th>
                  <th scope="col">{t('workorder.crewSize')}</th>
                  <th scope="col">{t('workorder.checklist')}</th>
                  <th scope="col">
                    <span className="visually-hidden">{t('workorder.types.change')}</span>
                  </th>
                </tr>
              </thead>
              <tbody>
                {types.data.map((type) => (
                  <tr key={type.code}>
                    <th scope="row">
                      <span className={styles.tags}>
                        {name(type)}
                        {!type.active && <StatusTag tone="cancelled">{t('workorder.types.retired')}</StatusTag>}
                      </span>
                      <div className={styles.note}>{type.code}</div>
                    </th>
                    <td>{durations.full(type.expectedMinutes * 60)}</td>
                    <td>{t('workorder.people', { count: type.crewSize })}</td>
                    <td>{type.checklist.length === 0 ? t('workorder.types.noChecklist') : type.checklist.map((line) => name({ nameZh: line.textZh, nameEn: line.textEn })).join(t('workorder.types.between'))}</td>
                    <td>
                      {type.actions.includes('CHANGE') && (
                        <Button kind="quiet" icon={EditIcon} onPress={() => setEditing(type)} aria-label={t('workorder.types.changeOf', { type: name(type) })}>
                          {t('workorder.types.change')}
                        </Button>
                      )}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        )}
      </Card>
      {editing && <WorkTypeDialog type={editing === 'new' ? undefined : editing} onClose={() => setEditing(null)} />}
    </Page>
  );
}
