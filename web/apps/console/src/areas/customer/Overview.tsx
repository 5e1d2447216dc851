import { call } from '@firstfix/api';
import { useDates, useText } from '@firstfix/i18n';
import { Card, EmptyState, ErrorState, IconButton, KeyValueList, Skeleton, StatusTag, Tree, type TreeNode } from '@firstfix/ui';
import { BuildingIcon, EditIcon } from '@firstfix/ui/icons';
import { useQuery } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { useState } from 'react';
import { useCan } from '../../session/session.ts';
import { AppLink } from '../../shell/AppLink.tsx';
import { dedicationQuery } from '../dispatch/data.ts';
import { DedicationDialog } from '../dispatch/DedicationDialog.tsx';
import styles from './customer.module.css';
import { keyOf, path, useContacts, useUnitName, type Customer, type CustomerPromise, type Fleet, type GroupMember, type Interaction, type PageOf } from './data.ts';
import { PromiseRows } from './Promises.tsx';

/** Identify, differentiate, interact, customise: the first look before answering. */
export function Overview({ customer }: { customer: Customer }) {
  return (
    <div className={styles.overview}>
      <div className={styles.stack}>
        <Who customer={customer} />
        <Group number={customer.number} />
      </div>
      <div className={styles.stack}>
        <Attention customer={customer} />
        <FleetCard account={customer.number} />
        <People account={customer.number} />
      </div>
      <div className={styles.stack}>
        <OpenPromises customer={customer} />
        <LatestContacts account={customer.number} />
      </div>
    </div>
  );
}

function Who({ customer }: { customer: Customer }) {
  const t = useText();
  const can = useCan();
  const [changes, setChanges] = useState(false);
  const dedication = useQuery({ ...dedicationQuery(customer.number), enabled: can('dispatch.read') });
  const owner = dedication.data?.engineer;
  const standIns = (dedication.data?.standIns ?? []).map((one) => one.name).join(t('customer.then'));
  const dates = useDates();
  const unitName = useUnitName();
  return (
    <Card title={t('customer.who')}>
      <KeyValueList
        items={[
          { label: t('customer.number'), value: customer.number },
          { label: t('customer.shortName'), value: customer.shortName },
          { label: t('customer.industry'), value: customer.industry },
          { label: t('customer.orgUnit'), value: unitName(customer) },
          { label: t('customer.debtor'), value: customer.debtorNumber ? (customer.debtorName ?? customer.debtorNumber) : t('customer.paysItself') },
          { label: t('customer.language'), value: t(customer.language === 'en' ? 'customer.language.en' : 'customer.language.zh') },
          ...(dedication.data
            ? [
                {
                  label: t('customer.dedicatedEngineer'),
                  value: (
                    <span className={styles.withButton}>
                      <span>
                        {owner ? <AppLink className={styles.inText} href={`/engineers/${owner.code}`}>{owner.name}</AppLink> : t('customer.noDedicated')}
                        {standIns && <span className={styles.under}>{t('customer.standIn', { name: standIns })}</span>}
                      </span>
                      {dedication.data.actions.includes('MAINTAIN') && <IconButton icon={EditIcon} label={t('dispatch.dedicationOf', { name: customer.name })} onPress={() => setChanges(true)} />}
                    </span>
                  ),
                },
              ]
            : []),
          { label: t('customer.since'), value: dates.date(customer.createdAt) },
        ]}
      />
      {changes && <DedicationDialog customer={customer} onClose={() => setChanges(false)} />}
    </Card>
  );
}

/** What the tier asks of everybody who deals with this customer. */
function Attention({ customer }: { customer: Customer }) {
  const t = useText();
  return (
    <Card title={t('customer.attention')}>
      <div className={styles.stack}>
        <KeyValueList
          items={[
            { label: t('customer.resources'), value: t(`customer.resources.${customer.tier}`) },
            { label: t('customer.relation'), value: t(`customer.relation.${customer.tier}`) },
          ]}
        />
        {customer.remarks && <p className={styles.quote}>{customer.remarks}</p>}
      </div>
    </Card>
  );
}

function Group({ number }: { number: string }) {
  const t = useText();
  const router = useRouter();
  const group = useQuery({
    queryKey: [...keyOf(number), 'group'],
    queryFn: async ({ signal }) => (await call<{ items: GroupMember[] }>('GET', path(number, '/group'), { signal })).data.items,
  });
  const members = group.data ?? [];
  const nodes = new Map<string, TreeNode & { children: TreeNode[] }>();
  const roots: TreeNode[] = [];
  for (const member of members) {
    const node = {
      id: member.number,
      label: member.name,
      icon: BuildingIcon,
      aside: member.overdue ? (
        <StatusTag tone="breached" isPlain>
          {t('customer.overdue')}
        </StatusTag>
      ) : undefined,
      children: [],
    };
    nodes.set(member.number, node);
    const parent = member.parentNumber === null ? undefined : nodes.get(member.parentNumber);
    if (parent) parent.children.push(node);
    else roots.push(node);
  }
  return (
    <Card title={t('customer.group')}>
      {group.isError ? (
        <ErrorState error={group.error} onRetry={() => void group.refetch()} />
      ) : group.isPending ? (
        <Skeleton lines={3} />
      ) : members.length < 2 ? (
        <p className={styles.muted}>{t('customer.noGroup')}</p>
      ) : (
        <Tree
          label={t('customer.group')}
          nodes={roots}
          selected={number}
          onSelect={(id) => id !== number && router.history.push(`/customers/${id}`)}
          defaultExpanded={members.map((member) => member.number)}
        />
      )}
    </Card>
  );
}

function FleetCard({ account }: { account: string }) {
  const t = useText();
  const fleet = useQuery({
    queryKey: [...keyOf(account), 'fleet'],
    queryFn: async ({ signal }) => (await call<Fleet>('GET', '/api/v1/assets/fleet', { query: { account }, signal })).data,
  });
  const most = Math.max(1, ...(fleet.data?.families ?? []).map((family) => family.assets));
  return (
    <Card title={t('customer.fleet')} count={fleet.data?.inService}>
      {fleet.isError ? (
        <ErrorState error={fleet.error} onRetry={() => void fleet.refetch()} />
      ) : fleet.isPending ? (
        <Skeleton lines={4} />
      ) : fleet.data.inService === 0 ? (
        <p className={styles.muted}>{t('customer.noMachines')}</p>
      ) : (
        <>
          <KeyValueList
            items={[
              { label: t('customer.fleet.critical'), value: fleet.data.critical },
              { label: t('customer.fleet.underWarranty'), value: fleet.data.underWarranty },
              { label: t('customer.fleet.warrantyEnded'), value: fleet.data.warrantyEnded },
              { label: t('customer.fleet.retired'), value: fleet.data.retired },
            ]}
          />
          <div className={styles.bars}>
            {fleet.data.families.slice(0, 6).map((family) => [
              <span key={`${family.family}:name`}>{family.family}</span>,
              <span key={`${family.family}:bar`} className={styles.bar} style={{ width: `${(family.assets / most) * 100}%` }} aria-hidden="true" />,
              <span key={`${family.family}:count`} className={styles.count}>
                {family.assets}
              </span>,
            ])}
          </div>
        </>
      )}
    </Card>
  );
}

/** Who decides, and how they like to be reached. */
function People({ account }: { account: string }) {
  const t = useText();
  const contacts = useContacts(account);
  const deciding = (contacts.data ?? []).filter((contact) => contact.active && contact.decides !== '');
  return (
    <Card title={t('customer.people')}>
      {contacts.isError ? (
        <ErrorState error={contacts.error} onRetry={() => void contacts.refetch()} />
      ) : contacts.isPending ? (
        <Skeleton lines={3} />
      ) : deciding.length === 0 ? (
        <p className={styles.muted}>{t('customer.nobodyDecides')}</p>
      ) : (
        <ul className={styles.rows}>
          {deciding.slice(0, 6).map((contact) => (
            <li key={contact.id}>
              <span className={styles.words}>
                <strong>{contact.name}</strong> {contact.jobTitle}
                <span className={styles.under}>{contact.decides}</span>
                {contact.interests && <span className={styles.under}>{contact.interests}</span>}
              </span>
              <span className={styles.aside}>{t('customer.prefers', { channel: t(`customer.channel.${contact.preferredChannel}`) })}</span>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}

function OpenPromises({ customer }: { customer: Customer }) {
  const t = useText();
  const promises = useQuery({
    queryKey: [...keyOf(customer.number), 'promises', 'open'],
    queryFn: async ({ signal }) => (await call<PageOf<CustomerPromise>>('GET', '/api/v1/promises', { query: { account: customer.number, status: 'OPEN', limit: 5 }, signal })).data.items,
  });
  return (
    <Card title={t('customer.openPromises')} count={customer.openPromises}>
      {promises.isError ? (
        <ErrorState error={promises.error} onRetry={() => void promises.refetch()} />
      ) : promises.isPending ? (
        <Skeleton lines={3} />
      ) : promises.data.length === 0 ? (
        <p className={styles.muted}>{t('customer.noPromises')}</p>
      ) : (
        <PromiseRows account={customer.number} promises={promises.data} />
      )}
    </Card>
  );
}

function LatestContacts({ account }: { account: string }) {
  const t = useText();
  const dates = useDates();
  const latest = useQuery({
    queryKey: [...keyOf(account), 'interactions', 'latest'],
    queryFn: async ({ signal }) => (await call<PageOf<Interaction>>('GET', path(account, '/interactions'), { query: { limit: 5 }, signal })).data.items,
  });
  return (
    <Card title={t('customer.latest')}>
      {latest.isError ? (
        <ErrorState error={latest.error} onRetry={() => void latest.refetch()} />
      ) : latest.isPending ? (
        <Skeleton lines={4} />
      ) : latest.data.length === 0 ? (
        <EmptyState title={t('customer.noInteractions')} />
      ) : (
        <ul className={styles.rows}>
          {latest.data.map((one) => (
            <li key={one.id}>
              <span className={styles.words}>
                {one.subject}
                <span className={styles.under}>{[t(`customer.channel.${one.channel}`), one.contactName, one.personName].filter(Boolean).join(' · ')}</span>
              </span>
              <time className={styles.aside} dateTime={one.occurredAt} title={dates.exact(one.occurredAt)}>
                {dates.relative(one.occurredAt)}
              </time>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
