import type { ProblemError } from '@firstfix/api';
import { useText } from '@firstfix/i18n';
import { Banner, Button, Card, EmptyState, ErrorState, NoPermission, Skeleton } from '@firstfix/ui';
import styles from './gallery.module.css';

const colours = ['bg', 'surface', 'raised', 'hover', 'selected', 'line', 'control-line', 'text', 'text-2', 'text-3', 'primary', 'danger', 'ok', 'warn'];

export function Messages({ problem }: { problem: ProblemError }) {
  const t = useText();
  return (
    <>
      <div className={styles.pair}>
        <Card title={t('gallery.messages')}>
          <div className={styles.sections}>
            <Banner title={t('gallery.banner.info')}>{t('gallery.banner.text')}</Banner>
            <Banner kind="success" title={t('gallery.banner.success')} />
            <Banner kind="warning" title={t('gallery.banner.warning')} actions={<Button kind="quiet">{t('common.retry')}</Button>}>
              {t('gallery.banner.text')}
            </Banner>
            <Banner kind="error" title={t('gallery.banner.error')}>
              {t('gallery.banner.text')}
            </Banner>
            <Skeleton lines={4} />
          </div>
        </Card>
        <Card title={t('gallery.error')}>
          <ErrorState error={problem} onRetry={() => undefined} />
        </Card>
        <Card title={t('gallery.empty')}>
          <EmptyState title={t('gallery.noRisk')} text={t('gallery.noRiskText')} action={<Button>{t('gallery.showAll')}</Button>} />
        </Card>
        <Card title={t('gallery.permission')}>
          <NoPermission right={t('gallery.right')} />
        </Card>
      </div>
      <Card title={t('gallery.colours')}>
        <div className={styles.colours}>
          {colours.map((name) => (
            <div key={name} className={styles.colour}>
              <div className={styles.swatch} style={{ background: `var(--${name})` }} />
              <code>{name}</code>
            </div>
          ))}
        </div>
      </Card>
    </>
  );
}
