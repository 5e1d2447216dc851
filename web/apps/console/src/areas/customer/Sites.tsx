import { useText } from '@firstfix/i18n';
import { Button, Card, EmptyState, ErrorState, Skeleton, StatusTag } from '@firstfix/ui';
import { PlusIcon } from '@firstfix/ui/icons';
import { AppLink } from '../../shell/AppLink.tsx';
import { ExportMenu } from '../integration/ExportMenu.tsx';
import styles from './customer.module.css';
import { useSites, useUnitName, type Customer } from './data.ts';

/** Where the customer's machines stand. */
export function Sites({ customer, onAdd }: { customer: Customer; onAdd: () => void }) {
  const t = useText();
  const unitName = useUnitName();
  const sites = useSites(customer.number);
  const add = customer.actions.includes('register-site') && (
    <Button icon={PlusIcon} onPress={onAdd}>
      {t('customer.newSite')}
    </Button>
  );
  return (
    <Card
      title={t('customer.sites')}
      actions={
        <>
          {(sites.data?.length ?? 0) > 0 && <ExportMenu list="sites" query={{ account: customer.number }} />}
          {add}
        </>
      }
    >
      {sites.isError ? (
        <ErrorState error={sites.error} onRetry={() => void sites.refetch()} />
      ) : sites.isPending ? (
        <Skeleton lines={4} />
      ) : sites.data.length === 0 ? (
        <EmptyState title={t('customer.noSites')} />
      ) : (
        <div className={styles.scroll}>
          <table className={styles.table}>
            <thead>
              <tr>
                <th scope="col">{t('customer.field.name')}</th>
                <th scope="col">{t('customer.field.address')}</th>
                <th scope="col">{t('customer.servedBy')}</th>
                <th scope="col" className={styles.count}>
                  {t('customer.contacts')}
                </th>
                <th scope="col">{t('customer.state')}</th>
              </tr>
            </thead>
            <tbody>
              {sites.data.map((site) => (
                <tr key={site.id}>
                  <th scope="row">
                    <AppLink href={`/sites/${site.number}`}>{site.name}</AppLink>
                    <span className={styles.under}>{site.number}</span>
                  </th>
                  <td>{[site.city, site.district, site.address].filter(Boolean).join(' ')}</td>
                  <td>{unitName(site)}</td>
                  <td className={styles.count}>{site.contacts}</td>
                  <td>
                    <StatusTag tone={site.active ? 'done' : 'cancelled'} isPlain>
                      {t(site.active ? 'customer.active' : 'customer.inactive')}
                    </StatusTag>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Card>
  );
}
