import { useText } from '@firstfix/i18n';
import { Banner, Button, Card, ErrorState, KeyValueList, NoPermission, Skeleton, Tree } from '@firstfix/ui';
import { BellIcon, EditIcon, PlusIcon } from '@firstfix/ui/icons';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Page } from '../../shell/Page.tsx';
import { useCan } from '../../session/session.ts';
import { calendarsQuery, policiesQuery, rolesQuery, useName, type Policy } from './data.ts';
import { PolicyDialog } from './PolicyDialog.tsx';
import styles from './reminder.module.css';

/** When and how people are reminded, per kind of duty. */
export function Policies() {
  const t = useText();
  return useCan()('reminder.policy') ? <Catalogue /> : <Page title={t('reminder.policies')}><NoPermission right="reminder.policy" /></Page>;
}

function Catalogue() {
  const t = useText();
  const name = useName();
  const query = useQuery(policiesQuery);
  const [chosen, setChosen] = useState<string | null>(null);
  const [editing, setEditing] = useState<{ policy: Policy; isNew: boolean } | null>(null);
  const policy = query.data?.items.find((one) => one.code === chosen) ?? query.data?.items[0];
  return (
    <Page
      title={t('reminder.policies')}
      actions={
        <Button kind="primary" icon={PlusIcon} isDisabled={!policy} onPress={() => policy && setEditing({ policy, isNew: true })}>
          {t('reminder.new')}
        </Button>
      }
    >
      {query.isError ? (
        <ErrorState error={query.error} onRetry={() => void query.refetch()} />
      ) : !policy ? (
        <Skeleton lines={8} />
      ) : (
        <div className={styles.stack}>
          {!query.data?.webhookConfigured && (
            <Banner kind="info" title={t('reminder.noWebhook')}>
              {t('reminder.noWebhookText')}
            </Banner>
          )}
          <div className={styles.columns}>
            <Card title={t('reminder.kinds')}>
              <Tree label={t('reminder.kinds')} selected={policy.code} onSelect={setChosen} nodes={(query.data?.items ?? []).map((one) => ({ id: one.code, label: name(one), icon: BellIcon }))} />
            </Card>
            <Card
              title={name(policy)}
              note={policy.code}
              actions={
                <Button icon={EditIcon} onPress={() => setEditing({ policy, isNew: false })}>
                  {t('reminder.change')}
                </Button>
              }
            >
              <Facts policy={policy} />
            </Card>
          </div>
        </div>
      )}
      {editing && <PolicyDialog {...editing} onClose={() => setEditing(null)} onSaved={setChosen} />}
    </Page>
  );
}

function Facts({ policy }: { policy: Policy }) {
  const t = useText();
  const name = useName();
  const calendars = useQuery(calendarsQuery);
  const roles = useQuery(rolesQuery);
  const nameOf = (list: { code: string; nameZh: string; nameEn: string }[] | undefined, code: string) => {
    const found = list?.find((one) => one.code === code);
    return found ? name(found) : code;
  };
  const by = (channels: string[]) => channels.map((channel) => t(`reminder.channel.${channel}`)).join(t('reminder.and'));
  return (
    <KeyValueList
      items={[
        { label: t('reminder.calendar'), value: nameOf(calendars.data, policy.calendarCode) },
        { label: t('reminder.arrival'), value: policy.remindOnArrival ? by(policy.arrivalChannels) : t('reminder.never') },
        {
          label: t('reminder.before'),
          value: policy.beforeMinutes
            ? t('reminder.beforeMinutes', { minutes: policy.beforeMinutes, channels: by(policy.beforeChannels) })
            : policy.beforePercent
              ? t('reminder.beforePercent', { percent: policy.beforePercent, channels: by(policy.beforeChannels) })
              : t('reminder.never'),
        },
        {
          label: t('reminder.escalation'),
          value:
            policy.escalateAfterMinutes === null
              ? t('reminder.never')
              : t('reminder.escalationText', {
                  after: policy.escalateAfterMinutes,
                  every: policy.escalateEveryMinutes,
                  role: nameOf(roles.data, policy.escalationRole),
                  channels: by(policy.escalationChannels),
                }),
        },
        { label: t('reminder.quiet'), value: policy.quietFrom ? t('reminder.quietText', { from: policy.quietFrom, until: policy.quietUntil ?? '' }) : t('reminder.never') },
      ]}
    />
  );
}
