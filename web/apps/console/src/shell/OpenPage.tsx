import { languages, useLanguage, useText } from '@firstfix/i18n';
import { useEffect, type ReactNode } from 'react';
import { Mark } from './Mark.tsx';
import styles from './openPage.module.css';

const ownNames = { 'zh-CN': '\u7b80\u4f53\u4e2d\u6587', en: 'English' } as const;

/** A page for people who have no account: the product's name, the language, and what they came for. */
export function OpenPage({ title, children }: { title: string; children: ReactNode }) {
  const t = useText();
  const { language, setLanguage } = useLanguage();
  useEffect(() => {
    document.title = `${title} – ${t('common.product')}`;
  }, [t, title]);
  return (
    <div className={styles.page}>
      <header className={styles.top}>
        <span className={styles.brand}>
          <Mark size={24} />
          {t('common.product')}
        </span>
        <div className={styles.languages} role="group" aria-label={t('shell.language')}>
          {languages.map((one) => (
            <button key={one} type="button" lang={one} aria-pressed={one === language} onClick={() => void setLanguage(one)}>
              {ownNames[one]}
            </button>
          ))}
        </div>
      </header>
      <main className={styles.main}>{children}</main>
    </div>
  );
}
