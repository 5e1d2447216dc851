import { call } from '@firstfix/api';
import { useText } from '@firstfix/i18n';
import { Button, Card, EmptyState, ErrorState, KeyValueList, Skeleton, StatusTag } from '@firstfix/ui';
import { EditIcon, PlusIcon, StarIcon } from '@firstfix/ui/icons';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, useRouter } from '@tanstack/react-router';
import { useState } from 'react';
import { useCan } from '../../session/session.ts';
import { AppLink } from '../../shell/AppLink.tsx';
import { Page } from '../../shell/Page.tsx';
import { useWorkTab } from '../../shell/workTabs.ts';
import { Cases } from './Cases.tsx';
import { ContactForm } from './ContactForm.tsx';
import styles from './customer.module.css';
import { tierTones, useUnitName, type Contact, type PageOf, type Site } from './data.ts';
import { History } from './History.tsx';
import { Machines } from './Machines.tsx';
import { SiteForm } from './SiteForm.tsx';

const route = getRouteApi('/signed-in/shell/sites/$number');

/** One site: how to get in, whom to ask for, what stands there. */
export function SitePage() {
  const { number } = route.useParams();
  const site = useQuery({
    queryKey: ['site', number],
    queryFn: async ({ signal }) => (await call<Site>('GET', `/api/v1/sites/${encodeURIComponent(number)}`, { signal })).data,
  });
  if (site.isPending || site.isError) {
    return <Page title={number}>{site.isError ? <ErrorState error={site.error} onRetry={() => void site.refetch()} /> : <Skeleton lines={10} />}</Page>;
  }
  return <Shown site={site.data} />;
}

function Shown({ site }: { site: Site }) {
  const t = useText();
  const can = useCan();
  const unitName = useUnitName();
  const router = useRouter();
  const [opened, setOpened] = useState<'change' | 'register-contact' | null>(null);
  useWorkTab(`/sites/${site.number}`, site.name);
  const { accountNumber } = site;
  const position = site.latitude === null || site.longitude === null ? null : `${site.latitude}, ${site.longitude}`;
  return (
    <Page
      title={site.name}
      note={
        <span className={styles.notes}>
          <span>{site.number}</span>
          {accountNumber && <AppLink href={`/customers/${accountNumber}`}>{site.accountName}</AppLink>}
          {site.accountTier && (
            <StatusTag tone={tierTones[site.accountTier]} icon={StarIcon}>
              {t(`customer.tier.${site.accountTier}`)}
            </StatusTag>
          )}
          {site.accountOverdue && <StatusTag tone="breached">{t('customer.overdueLong')}</StatusTag>}
          {!site.active && <StatusTag tone="cancelled">{t('customer.inactive')}</StatusTag>}
        </span>
      }
      actions={
        <>
          {site.actions.includes('change') && (
            <Button icon={EditIcon} onPress={() => setOpened('change')}>
              {t('customer.edit')}
            </Button>
          )}
          {site.actions.includes('register-contact') && accountNumber && (
            <Button icon={PlusIcon} onPress={() => setOpened('register-contact')}>
              {t('customer.newContact')}
            </Button>
          )}
          {can('case.open') && (
            <Button kind="primary" icon={PlusIcon} onPress={() => router.history.push(`/cases/new?site=${site.number}`)}>
              {t('customer.newCase')}
            </Button>
          )}
        </>
      }
    >
      <div className={styles.stack}>
        <div className={styles.halves}>
          <Card title={t('customer.where')}>
            <KeyValueList
              items={[
                { label: t('customer.field.address'), value: [site.city, site.district, site.address].filter(Boolean).join(' ') },
                { label: t('customer.field.accessNotes'), value: site.accessNotes && <span className={styles.quote}>{site.accessNotes}</span> },
                { label: t('customer.servedBy'), value: unitName(site) },
                { label: t('customer.field.zone'), value: site.zone },
                { label: t('customer.position'), value: position },
              ]}
            />
          </Card>
          <People site={site.number} account={accountNumber} />
        </div>
        <Machines account={accountNumber ?? site.number} site={site} />
        {can('case.read') && <Cases account={accountNumber ?? site.number} site={site.number} />}
        <History url={`/api/v1/sites/${encodeURIComponent(site.number)}/history`} queryKey={['site', site.number, 'history']} />
      </div>
      {opened === 'change' && <SiteForm account={accountNumber} site={site} orgUnitCode={site.orgUnitCode} onClose={() => setOpened(null)} />}
      {opened === 'register-contact' && accountNumber && <ContactForm account={accountNumber} contact={null} siteNumber={site.number} onClose={() => setOpened(null)} />}
    </Page>
  );
}

/** Whom to ask for. */
function People({ site, account }: { site: string; account: string | null }) {
  const t = useText();
  const contacts = useQuery({
    queryKey: ['site', site, 'contacts'],
    queryFn: async ({ signal }) => (await call<PageOf<Contact>>('GET', '/api/v1/contacts', { query: { site, active: true, limit: 200 }, signal })).data.items,
  });
  return (
    <Card title={t('customer.contacts')} count={contacts.data?.length}>
      {contacts.isError ? (
        <ErrorState error={contacts.error} onRetry={() => void contacts.refetch()} />
      ) : contacts.isPending ? (
        <Skeleton lines={3} />
      ) : contacts.data.length === 0 ? (
        <EmptyState title={t('customer.noContacts')} />
      ) : (
        <ul className={styles.rows}>
          {contacts.data.map((contact) => (
            <li key={contact.id}>
              <span className={styles.words}>
                {account ? <AppLink className={styles.inText} href={`/customers/${account}?tab=contacts`}>{contact.name}</AppLink> : contact.name} {contact.jobTitle}
                <span className={styles.under}>{[t(`customer.position.${contact.position}`), contact.decides].filter(Boolean).join(' · ')}</span>
              </span>
              <span className={styles.aside}>{contact.mobile || contact.phone}</span>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
