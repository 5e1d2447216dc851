import { useText } from '@firstfix/i18n';
import { ErrorState, NoPermission, Skeleton } from '@firstfix/ui';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Page } from '../../shell/Page.tsx';
import { useCan } from '../../session/session.ts';
import { CaseForm } from './CaseForm.tsx';
import { CustomerSearch } from './CustomerSearch.tsx';
import { intakeQuery } from './data.ts';
import styles from './cases.module.css';

const route = getRouteApi('/signed-in/shell/cases/new');

/** A case that nobody calls about: mail, portal, a visit. The place stands in the address. */
export function NewCasePage() {
  const t = useText();
  const can = useCan();
  const place = route.useSearch();
  const navigate = route.useNavigate();
  const intake = useQuery(intakeQuery(place));
  const isChosen = Boolean(place.account || place.site || place.asset);
  if (!can('case.open')) return <Page title={t('cases.new')}><NoPermission right="case.open" /></Page>;
  return (
    <Page title={t('cases.new')}>
      {!isChosen && (
        <section className={styles.who} aria-label={t('cases.findCustomer')}>
          <CustomerSearch autoFocus onFound={(found) => void navigate({ search: found })} />
        </section>
      )}
      {isChosen && intake.isPending && <Skeleton lines={10} />}
      {isChosen && intake.isError && <ErrorState error={intake.error} onRetry={() => void intake.refetch()} />}
      {isChosen && intake.data && (
        <CaseForm
          key={`${intake.data.customer.number}:${place.asset ?? place.site ?? ''}`}
          draft={`new.${intake.data.customer.number}`}
          candidate={intake.data}
          asset={place.asset}
          site={place.site}
          onOther={() => void navigate({ search: {} })}
        />
      )}
    </Page>
  );
}
