import { useDates, useText } from '@firstfix/i18n';
import { Button, ErrorState, Menu, Skeleton, StatusTag, Tabs } from '@firstfix/ui';
import { EditIcon, PlusIcon, StarIcon } from '@firstfix/ui/icons';
import { getRouteApi, useRouter } from '@tanstack/react-router';
import { useState } from 'react';
import { lazyDialog } from '../../lazyDialog.tsx';
import { AppLink } from '../../shell/AppLink.tsx';
import { Page } from '../../shell/Page.tsx';
import { useCan } from '../../session/session.ts';
import { useWorkTab } from '../../shell/workTabs.ts';
import { CustomerContracts } from '../contract/CustomerContracts.tsx';
import { Cases } from './Cases.tsx';
import { ContactForm } from './ContactForm.tsx';
import { Contacts } from './Contacts.tsx';
import styles from './customer.module.css';
import { CustomerForm } from './CustomerForm.tsx';
import { keyOf, path, tierTones, useCustomer, type Customer } from './data.ts';
import { History } from './History.tsx';
import { InteractionForm } from './InteractionForm.tsx';
import { Interactions } from './Interactions.tsx';
import { Machines } from './Machines.tsx';
import { Overview } from './Overview.tsx';
import { PromiseForm } from './PromiseForms.tsx';
import { Promises } from './Promises.tsx';
import { Sites } from './Sites.tsx';

const SiteForm = lazyDialog(async () => (await import('./SiteForm.tsx')).SiteForm);

const route = getRouteApi('/signed-in/shell/customers/$number');

/** One customer from all sides. */
export function CustomerPage() {
  const { number } = route.useParams();
  const customer = useCustomer(number);
  if (customer.isPending || customer.isError) {
    return <Page title={number}>{customer.isError ? <ErrorState error={customer.error} onRetry={() => void customer.refetch()} /> : <Skeleton lines={12} />}</Page>;
  }
  return <Shown customer={customer.data} />;
}

type Opened = 'change' | 'register-site' | 'register-contact' | 'record-interaction' | 'make-promise';

function Shown({ customer }: { customer: Customer }) {
  const t = useText();
  const dates = useDates();
  const can = useCan();
  const router = useRouter();
  const { tab = 'overview' } = route.useSearch();
  const navigate = route.useNavigate();
  const [opened, setOpened] = useState<Opened | null>(null);
  const { number } = customer;
  useWorkTab(`/customers/${number}`, customer.shortName || customer.name);
  const close = () => setOpened(null);
  const may = (action: Opened) => customer.actions.includes(action);
  const add = (['record-interaction', 'make-promise', 'register-contact', 'register-site'] as const).filter(may);
  const addWords = {
    'record-interaction': t('customer.recordInteraction'),
    'make-promise': t('customer.makePromise'),
    'register-contact': t('customer.newContact'),
    'register-site': t('customer.newSite'),
  };
  return (
    <Page
      title={customer.name}
      note={
        <span className={styles.notes}>
          <span>{number}</span>
          <StatusTag tone={tierTones[customer.tier]} icon={StarIcon}>
            {t(`customer.tier.${customer.tier}`)}
          </StatusTag>
          {customer.overdue && <StatusTag tone="breached">{t('customer.overdueLong')}</StatusTag>}
          {!customer.active && <StatusTag tone="cancelled">{t('customer.inactive')}</StatusTag>}
          {customer.parentNumber && (
            <span className={styles.group}>
              {t('customer.belongsTo')} {customer.parentName ? <AppLink className={styles.inText} href={`/customers/${customer.parentNumber}`}>{customer.parentName}</AppLink> : customer.parentNumber}
            </span>
          )}
        </span>
      }
      actions={
        <>
          {may('change') && (
            <Button icon={EditIcon} onPress={() => setOpened('change')}>
              {t('customer.edit')}
            </Button>
          )}
          {add.length > 0 && (
            <Menu
              label={t('customer.add')}
              placement="bottom end"
              trigger={<Button icon={PlusIcon}>{t('customer.add')}</Button>}
              entries={add.map((id) => ({ id, label: addWords[id] }))}
              onAction={(id) => setOpened(id as Opened)}
            />
          )}
          {can('case.open') && (
            <Button kind="primary" icon={PlusIcon} onPress={() => router.history.push(`/cases/new?account=${number}`)}>
              {t('customer.newCase')}
            </Button>
          )}
        </>
      }
    >
      <dl className={styles.strip}>
        <Figure label={t('customer.sites')} value={customer.sites} />
        <Figure label={t('customer.contacts')} value={customer.contacts} />
        <Figure label={t('customer.subsidiaries')} value={customer.subsidiaries} />
        <Figure label={t('customer.openPromises')} value={customer.openPromises} note={customer.overduePromises > 0 ? t('customer.late', { count: customer.overduePromises }) : undefined} isLate />
        <Figure label={t('customer.nextDue')} value={customer.nextPromiseDueAt ? dates.relative(customer.nextPromiseDueAt) : '–'} />
        <Figure label={t('customer.lastContact')} value={customer.lastContactAt ? dates.relative(customer.lastContactAt) : '–'} />
      </dl>
      <Tabs
        label={customer.name}
        value={tab}
        onChange={(id) => void navigate({ search: id === 'overview' ? {} : { tab: id }, replace: true })}
        tabs={[
          { id: 'overview', label: t('customer.overview'), content: <Overview customer={customer} /> },
          { id: 'sites', label: t('customer.sites'), count: customer.sites, content: <Sites customer={customer} onAdd={() => setOpened('register-site')} /> },
          { id: 'contacts', label: t('customer.contacts'), count: customer.contacts, content: <Contacts customer={customer} onAdd={() => setOpened('register-contact')} /> },
          { id: 'assets', label: t('customer.assets'), content: <Machines account={number} /> },
          ...(can('contract.read') ? [{ id: 'contracts', label: t('customer.contracts'), content: <CustomerContracts account={customer} /> }] : []),
          { id: 'cases', label: t('customer.cases'), content: <Cases account={number} /> },
          { id: 'interactions', label: t('customer.interactions'), content: <Interactions customer={customer} onAdd={() => setOpened('record-interaction')} /> },
          { id: 'promises', label: t('customer.promises'), count: customer.openPromises, content: <Promises customer={customer} onAdd={() => setOpened('make-promise')} /> },
          { id: 'history', label: t('customer.history'), content: <History url={path(number, '/history')} queryKey={[...keyOf(number), 'history']} /> },
        ]}
      />
      {opened === 'change' && <CustomerForm customer={customer} onClose={close} />}
      {opened === 'register-site' && <SiteForm account={number} site={null} orgUnitCode={customer.orgUnitCode} onClose={close} />}
      {opened === 'register-contact' && <ContactForm account={number} contact={null} onClose={close} />}
      {opened === 'record-interaction' && <InteractionForm account={number} onClose={close} />}
      {opened === 'make-promise' && <PromiseForm account={number} onClose={close} />}
    </Page>
  );
}

function Figure({ label, value, note, isLate }: { label: string; value: string | number; note?: string; isLate?: boolean }) {
  return (
    <div className={styles.figure}>
      <dt>{label}</dt>
      <dd>
        {value}
        {note && (
          <span className={styles.figureNote} data-late={isLate}>
            {note}
          </span>
        )}
      </dd>
    </div>
  );
}
