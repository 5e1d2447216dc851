import { ProblemError } from '@firstfix/api';
import { useText } from '@firstfix/i18n';
import { Segmented } from '@firstfix/ui';
import { useState } from 'react';
import { ContextPanel } from '../../shell/context.tsx';
import { Page } from '../../shell/Page.tsx';
import { Actions } from './Actions.tsx';
import { Fields } from './Fields.tsx';
import { Lists } from './Lists.tsx';
import { Messages } from './Messages.tsx';
import { Records } from './Records.tsx';
import styles from './gallery.module.css';

/** All components in all states, in the language, theme and density at hand. */
export function Gallery() {
  const t = useText();
  const [density, setDensity] = useState(document.documentElement.dataset.density ?? 'compact');
  return (
    <Page
      title={t('gallery.title')}
      note={t('gallery.note')}
      actions={
        <Segmented
          label={t('gallery.density')}
          value={density}
          onChange={(next) => {
            document.documentElement.dataset.density = next;
            setDensity(next);
          }}
          options={[
            { id: 'compact', label: t('gallery.density.compact') },
            { id: 'comfortable', label: t('gallery.density.comfortable') },
            { id: 'touch', label: t('gallery.density.touch') },
          ]}
        />
      }
    >
      <div className={styles.sections}>
        <Actions />
        <Records />
        <Fields />
        <Lists />
        <Messages problem={problem} />
      </div>
      <ContextPanel label={t('gallery.panel')}>
        <p>{t('gallery.panelText')}</p>
      </ContextPanel>
    </Page>
  );
}

const problem = new ProblemError({ code: 'example', instance: 'R-7F2A-0193' }, { status: 500 });
