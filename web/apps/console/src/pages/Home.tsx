import { useText } from '@firstfix/i18n';
import { EmptyState } from '@firstfix/ui';
import { Navigate } from '@tanstack/react-router';
import { Page } from '../shell/Page.tsx';
import { useNavEntries } from '../shell/entries.ts';
import { useSession } from '../session/session.ts';

/** Leads everybody to his role's first screen. */
export function Home() {
  const t = useText();
  const session = useSession();
  const entries = useNavEntries();
  const landing = entries.find((entry) => entry.landingFor?.some((role) => session.roles.includes(role))) ?? entries.find((entry) => entry.order < 900);
  if (landing) return <Navigate to={landing.href as '/'} replace />;
  return (
    <Page title={t('shell.welcome', { name: session.displayName })}>
      <EmptyState title={t('shell.nothingYet')} text={t('shell.nothingYetText')} />
    </Page>
  );
}
