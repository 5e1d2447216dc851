import { call, ifMatch, useAction } from '@firstfix/api';
import { useNumbers, useText } from '@firstfix/i18n';
import { Banner, Button, Checkbox, TextField } from '@firstfix/ui';
import { PinIcon } from '@firstfix/ui/icons';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { touched } from '../booking.ts';
import type { BoardVisit } from '../data.ts';
import shared from '../dispatch.module.css';
import styles from './BoardPage.module.css';

interface Price {
  price: { hard: number; money: number; preference: number };
}

/** What a person has decided stays, why, and what it costs; or the way to decide it. */
export function Pinning({ bar }: { bar: BoardVisit }) {
  const t = useText();
  const numbers = useNumbers();
  const [isOpen, setOpen] = useState(false);
  const [engineer, setEngineer] = useState(true);
  const [time, setTime] = useState(true);
  const [reason, setReason] = useState('');
  const isPinned = bar.pinned.length > 0;
  const price = useQuery({
    queryKey: ['why', bar.number, 'pin', bar.version],
    enabled: isPinned,
    queryFn: async ({ signal }) => (await call<Price>('GET', `/api/v1/appointments/${bar.number}/pin-price`, { signal })).data.price,
  });
  const pin = useAction({
    run: (body: { engineer: boolean; time: boolean; reason: string }, { headers }) =>
      call('PUT', `/api/v1/appointments/${bar.number}/pin`, { headers: { ...headers, ...ifMatch(`"${bar.version}"`) }, body }),
    touches: touched,
    onSuccess: () => setOpen(false),
  });
  return (
    <>
      {pin.error && (
        <Banner kind="error" title={pin.error.detail ?? pin.error.title} isLive>
          {pin.error.hint}
        </Banner>
      )}
      {isPinned && (
        <p className={styles.pinned}>
          <PinIcon size={13} />
          <span>
            {bar.pinned.map((what) => t(`dispatch.board.pinned.${what}`)).join(' · ')}: {bar.pinReason}
            {price.data && <span className={shared.relax}>{t('dispatch.board.pinPrice', { price: numbers.number((price.data.money + price.data.preference) / 100, { maximumFractionDigits: 2 }) })}</span>}
          </span>
        </p>
      )}
      {bar.actions.includes('PIN') && !isOpen && (
        <Button kind="quiet" icon={PinIcon} isPending={pin.isPending} onPress={() => (isPinned ? pin.mutate({ engineer: false, time: false, reason: '' }) : setOpen(true))}>
          {t(isPinned ? 'dispatch.board.unpin' : 'dispatch.board.pin')}
        </Button>
      )}
      {isOpen && !isPinned && (
        <div className={shared.form}>
          <Checkbox isSelected={engineer} onChange={setEngineer}>
            {t('dispatch.board.pinEngineer')}
          </Checkbox>
          <Checkbox isSelected={time} onChange={setTime}>
            {t('dispatch.board.pinTime')}
          </Checkbox>
          <TextField label={t('dispatch.reason')} value={reason} onChange={setReason} isRequired autoFocus maxLength={500} error={pin.error?.at('reason')} />
          <div className={styles.buttons}>
            <Button kind="primary" isPending={pin.isPending} isDisabled={!reason.trim() || (!engineer && !time)} onPress={() => pin.mutate({ engineer, time, reason })}>
              {t('dispatch.board.pin')}
            </Button>
            <Button onPress={() => setOpen(false)}>{t('common.cancel')}</Button>
          </div>
        </div>
      )}
    </>
  );
}
