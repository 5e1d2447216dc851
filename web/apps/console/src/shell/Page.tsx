import { useText } from '@firstfix/i18n';
import { SectionHeader } from '@firstfix/ui';
import { useEffect, type ReactNode } from 'react';
import styles from './shell.module.css';

export interface PageProps {
  title: string;
  /** Beside the title: number, status, clock. */
  note?: ReactNode;
  actions?: ReactNode;
  /** Under the title: filters. */
  bar?: ReactNode;
  /** `fill` gives the content the rest of the height without scrolling itself: for a grid or a board. */
  layout?: 'scroll' | 'fill';
  children: ReactNode;
}

/** The frame of every page: one h1, the document's title, the actions at the right. */
export function Page({ title, note, actions, bar, layout = 'scroll', children }: PageProps) {
  const t = useText();
  useEffect(() => {
    document.title = `${title} – ${t('common.product')}`;
  }, [title, t]);
  return (
    <div className={styles.page} data-layout={layout}>
      <header className={styles.pageHead}>
        <SectionHeader level={1} title={title} note={note} actions={actions} />
        {bar}
      </header>
      <div className={styles.pageBody}>{children}</div>
    </div>
  );
}
