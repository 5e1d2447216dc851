import { useText } from '@firstfix/i18n';
import { Fragment } from 'react';
import { Switch } from './Choice.tsx';
import { Dialog } from './Overlay.tsx';
import { useShortcuts, useSingleKeys } from './shortcuts.ts';
import styles from './Feedback.module.css';

/** Lists what is registered right now, so that it can never be out of date. */
export function ShortcutHelp({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const t = useText();
  const shortcuts = useShortcuts();
  const [single, setSingle] = useSingleKeys();
  const groups = new Map<string, Map<string, string>>();
  for (const { group, keys, label } of shortcuts) {
    const of = groups.get(group) ?? new Map<string, string>();
    of.set(keys, label);
    groups.set(group, of);
  }
  return (
    <Dialog title={t('ui.shortcuts.title')} isOpen={isOpen} onClose={onClose} size="wide">
      <div className={styles.shortcuts}>
        {[...groups].map(([group, of]) => (
          <section key={group} className={styles.shortcutGroup}>
            <h3>{group}</h3>
            {[...of].map(([keys, label]) => (
              <div key={keys} className={styles.shortcut}>
                <span>{label}</span>
                <span>
                  {keys.split('+').map((key, position) => (
                    <Fragment key={key}>
                      {position > 0 && ' '}
                      <kbd>{key}</kbd>
                    </Fragment>
                  ))}
                </span>
              </div>
            ))}
          </section>
        ))}
      </div>
      <Switch isSelected={single} onChange={setSingle} hint={t('ui.shortcuts.singleHint')}>
        {t('ui.shortcuts.single')}
      </Switch>
    </Dialog>
  );
}
