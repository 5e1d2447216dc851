import { useText } from '@firstfix/i18n';
import { useEffect, useState, type ReactNode } from 'react';
import { Button } from './Button.tsx';
import { classes } from './classes.ts';
import { AlertIcon, CheckIcon, InboxIcon, InfoIcon, LockIcon, RefreshIcon, WarningIcon, type Icon } from './icons/index.tsx';
import styles from './Feedback.module.css';

export interface BannerProps {
  kind?: 'info' | 'warning' | 'error' | 'success';
  title?: ReactNode;
  children?: ReactNode;
  actions?: ReactNode;
  /** Say it to screen readers at once; for what appears while somebody works. */
  isLive?: boolean;
}

const bannerSign: Record<NonNullable<BannerProps['kind']>, Icon> = { info: InfoIcon, warning: WarningIcon, error: AlertIcon, success: CheckIcon };

export function Banner({ kind = 'info', title, children, actions, isLive }: BannerProps) {
  const Sign = bannerSign[kind];
  return (
    <div className={classes(styles.banner, styles[kind])} role={isLive ? (kind === 'error' ? 'alert' : 'status') : undefined}>
      <Sign />
      <div className={styles.bannerWords}>
        {title && <strong>{title}</strong>}
        {title && children && ' '}
        {children && <span className={styles.bannerText}>{children}</span>}
      </div>
      {actions}
    </div>
  );
}

interface StateProps {
  icon: Icon;
  title: ReactNode;
  text?: ReactNode;
  reference?: string;
  actions?: ReactNode;
  role?: 'alert';
}

function State({ icon: Sign, title, text, reference, actions, role }: StateProps) {
  return (
    <div className={styles.state} role={role}>
      <Sign size={28} strokeWidth={1.2} />
      <p className={styles.stateTitle}>{title}</p>
      {text && <p className={styles.stateText}>{text}</p>}
      {reference && <p className={styles.reference}>{reference}</p>}
      {actions && <div className={styles.stateActions}>{actions}</div>}
    </div>
  );
}

export interface EmptyStateProps {
  /** Why it is empty: "No jobs at risk in the next 2 h". */
  title: ReactNode;
  text?: ReactNode;
  icon?: Icon;
  /** The one thing to do. */
  action?: ReactNode;
}

export function EmptyState({ title, text, icon = InboxIcon, action }: EmptyStateProps) {
  return <State icon={icon} title={title} text={text} actions={action} />;
}

export interface ErrorStateProps {
  /** Any thrown thing; a ProblemError gives its own words, hint and reference. */
  error?: unknown;
  title?: ReactNode;
  onRetry?: () => void;
}

interface Explained {
  isNetwork?: boolean;
  status?: number;
  detail?: string;
  hint?: string;
  reference?: string;
  values?: Readonly<Record<string, unknown>>;
}

export function ErrorState({ error, title, onRetry }: ErrorStateProps) {
  const t = useText();
  const known = (typeof error === 'object' && error !== null ? error : {}) as Explained;
  if (known.status === 403 && typeof known.values?.permission === 'string') return <NoPermission right={known.values.permission} />;
  // Trying again does not bring it back.
  if (known.status === 404) return <State icon={WarningIcon} role="alert" title={t('ui.error.missing')} text={known.detail} />;
  const text = known.isNetwork ? t('ui.error.network') : ([known.detail, known.hint].filter(Boolean).join(' ') || t('ui.error.unexpected'));
  return (
    <State
      icon={WarningIcon}
      role="alert"
      title={title ?? t('ui.error.title')}
      text={text}
      reference={known.reference ? t('ui.error.reference', { reference: known.reference }) : undefined}
      actions={
        onRetry && (
          <Button icon={RefreshIcon} onPress={onRetry}>
            {t('common.retry')}
          </Button>
        )
      }
    />
  );
}

const permission = /^[a-z-]+\.[a-z-]+$/;

/** @param right a permission as the server calls it, or words */
export function NoPermission({ right, grantedBy }: { right: string; grantedBy?: string }) {
  const t = useText();
  const words = permission.test(right) ? t(`organization.permission.${right}`) : right;
  return (
    <State
      icon={LockIcon}
      title={t('ui.permission.title')}
      text={
        <>
          {t('ui.permission.right', { right: words })} {grantedBy ?? t('ui.permission.grant')}
        </>
      }
    />
  );
}

export interface SkeletonProps {
  /** How many lines; the last one is shorter, as text is. */
  lines?: number;
  height?: number;
  width?: number | string;
}

export function Skeleton({ lines = 1, height = 12, width = '100%' }: SkeletonProps) {
  const t = useText();
  const [isSlow, setSlow] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setSlow(true), 5_000);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div className={styles.skeletons} role="status">
      <span className={isSlow ? undefined : 'visually-hidden'}>{t(isSlow ? 'ui.slow' : 'common.loading')}</span>
      {Array.from({ length: lines }, (_, line) => (
        <span key={line} className={styles.skeleton} style={{ height, width: lines > 1 && line === lines - 1 ? '60%' : width }} />
      ))}
    </div>
  );
}
