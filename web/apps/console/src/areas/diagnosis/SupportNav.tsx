import { useText } from '@firstfix/i18n';
import { Link } from 'react-aria-components';
import styles from './prediction.module.css';

const places = ['', '/scores', '/weak-points', '/repeats', '/learning', '/trees'] as const;

/** The pages of technical support: what waits, were we right, where products are weak, what comes back, what was learnt. */
export function SupportNav({ here }: { here: (typeof places)[number] }) {
  const t = useText();
  return (
    <nav aria-label={t('diagnosis.support')} className={styles.nav}>
      {places.map((place) => (
        <Link key={place} href={`/support${place}`} aria-current={place === here ? 'page' : undefined} data-here={place === here || undefined}>
          {t(`diagnosis.nav.${place.slice(1) || 'queue'}`)}
        </Link>
      ))}
    </nav>
  );
}
