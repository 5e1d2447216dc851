import { useDates, useText } from '@firstfix/i18n';
import { Banner, Button, DateTimeField, IconButton } from '@firstfix/ui';
import { PlusIcon, StarIcon, TrashIcon } from '@firstfix/ui/icons';
import { useState } from 'react';
import { useWish, type Slots, type Window } from './slots.ts';
import styles from './agree.module.css';

/** When the customer would like somebody to begin: told to the engine, which keeps to it. */
export function Wishes({ slots }: { slots: Slots }) {
  const t = useText();
  const dates = useDates(slots.zone);
  const [adds, setAdds] = useState(false);
  const [startsAt, setStartsAt] = useState<string | null>(null);
  const [endsAt, setEndsAt] = useState<string | null>(null);
  const wish = useWish(slots.workOrderNumber, () => setAdds(false));
  const without = (window: Window) => slots.wished.filter((one) => one.startsAt !== window.startsAt);
  return (
    <section aria-label={t('dispatch.agree.wishes')}>
      <div className={styles.bar}>
        <h3 className={styles.title}>{t('dispatch.agree.wishes')}</h3>
        {slots.wished.length === 0 && <span className={styles.quiet}>{t('dispatch.agree.noWish')}</span>}
        {slots.mayAgree && !adds && (
          <Button kind="quiet" icon={PlusIcon} onPress={() => setAdds(true)}>
            {t('dispatch.agree.addWish')}
          </Button>
        )}
      </div>
      {wish.error && (
        <Banner kind="error" title={wish.error.at('windows') ?? wish.error.detail ?? wish.error.title} isLive>
          {wish.error.hint}
        </Banner>
      )}
      <ul className={styles.wishes}>
        {slots.wished.map((window) => (
          <li key={window.startsAt}>
            <StarIcon size={13} />
            <span>
              {dates.weekday(window.startsAt)} {dates.time(window.startsAt)}–{dates.time(window.endsAt)}
            </span>
            {slots.mayAgree && (
              <IconButton
                icon={TrashIcon}
                label={t('dispatch.agree.removeWish', { window: `${dates.weekday(window.startsAt)} ${dates.time(window.startsAt)}` })}
                onPress={() => wish.mutate(without(window))}
              />
            )}
          </li>
        ))}
      </ul>
      {adds && (
        <form
          className={styles.add}
          onSubmit={(event) => {
            event.preventDefault();
            if (startsAt && endsAt) wish.mutate([...slots.wished, { startsAt, endsAt }]);
          }}
        >
          <DateTimeField label={t('dispatch.from')} value={startsAt} onChange={setStartsAt} zone={slots.zone} isRequired />
          <DateTimeField label={t('dispatch.until')} value={endsAt} onChange={setEndsAt} zone={slots.zone} isRequired />
          <Button kind="primary" type="submit" isPending={wish.isPending} isDisabled={!startsAt || !endsAt}>
            {t('dispatch.agree.saveWish')}
          </Button>
          <Button kind="quiet" onPress={() => setAdds(false)}>
            {t('common.cancel')}
          </Button>
        </form>
      )}
    </section>
  );
}
