import { isProblem } from '@firstfix/api';
import { useText } from '@firstfix/i18n';
import { ButtonLink, EmptyState, ErrorState } from '@firstfix/ui';
import { useRouter } from '@tanstack/react-router';

/** Every route's answer to a thrown error: never a blank screen. */
export function Failure({ error, reset }: { error: unknown; reset: () => void }) {
  const router = useRouter();
  if (isProblem(error) && error.isMissing) return <Missing />;
  return (
    <ErrorState
      error={error}
      onRetry={() => {
        reset();
        void router.invalidate();
      }}
    />
  );
}

export function Missing() {
  const t = useText();
  return <EmptyState title={t('shell.missing')} text={t('shell.missingText')} action={<ButtonLink href="/">{t('shell.toStart')}</ButtonLink>} />;
}
