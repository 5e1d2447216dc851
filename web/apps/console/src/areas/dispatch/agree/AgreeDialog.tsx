import { useDates, useNumbers, useText, type Dates } from '@firstfix/i18n';
import { Banner, Button, Dialog, EmptyState, ErrorState, IconButton, Skeleton, StatusTag } from '@firstfix/ui';
import { CheckIcon, ChevronLeftIcon, ChevronRightIcon, StarIcon } from '@firstfix/ui/icons';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Reasons } from '../CandidateList.tsx';
import { HoldPanel } from './HoldPanel.tsx';
import { Wishes } from './Wishes.tsx';
import { byDay, dayAfter, recommended, slotsQuery, useHold, type Offer, type Slots } from './slots.ts';
import { crewNames } from '../data.ts';
import styles from './agree.module.css';

interface AgreeDialogProps {
  order: { number: string; subject: string };
  onClose: () => void;
}

/** A time is agreed with the customer on the phone: one press keeps a window for five minutes, another one books it. */
export function AgreeDialog({ order, onClose }: AgreeDialogProps) {
  const t = useText();
  const [page, setPage] = useState<{ first: string; ahead: number } | null>(null);
  const slots = useQuery(slotsQuery(order.number, page && dayAfter(page.first, page.ahead)));
  return (
    <Dialog isOpen onClose={onClose} size="wide" title={t('dispatch.agree.title', { number: order.number })} footer={<Button onPress={onClose}>{t('common.close')}</Button>}>
      <p className={styles.subject}>{order.subject}</p>
      {slots.isPending ? (
        <Skeleton lines={6} height={44} />
      ) : slots.error ? (
        <ErrorState error={slots.error} onRetry={() => void slots.refetch()} />
      ) : (
        <Windows key={slots.data.from} slots={slots.data} page={page} onPage={setPage} onAgreed={onClose} refetch={() => void slots.refetch()} />
      )}
    </Dialog>
  );
}

interface WindowsProps {
  slots: Slots;
  /** The day of the first page, and how many days later the one that is shown begins; null for the first page. */
  page: { first: string; ahead: number } | null;
  onPage: (page: { first: string; ahead: number } | null) => void;
  onAgreed: () => void;
  refetch: () => void;
}

function Windows({ slots, page, onPage, onAgreed, refetch }: WindowsProps) {
  const t = useText();
  const dates = useDates(slots.zone);
  const hold = useHold(slots.workOrderNumber);
  const best = recommended(slots.items);
  const choose = (offer: Offer) => hold.mutate(offer, { onError: refetch });
  const turn = (days: number) => {
    const ahead = (page?.ahead ?? 0) + days;
    onPage(ahead <= 0 ? null : { first: page?.first ?? slots.from, ahead });
  };
  const isPending = (offer: Offer) => hold.isPending && hold.variables?.startsAt === offer.startsAt;
  return (
    <div className={styles.stack}>
      {slots.hold && <HoldPanel key={slots.hold.id} hold={slots.hold} zone={slots.zone} onAgreed={onAgreed} onOver={refetch} />}
      {hold.error && (
        <Banner kind="error" title={hold.error.detail ?? hold.error.title} isLive>
          {hold.error.hint}
        </Banner>
      )}
      <section aria-label={t('dispatch.agree.recommended')}>
        <h3 className={styles.title}>{t('dispatch.agree.recommended')}</h3>
        {best.length === 0 ? (
          <EmptyState title={t('dispatch.agree.none')} text={t('dispatch.agree.noneText')} />
        ) : (
          <ul className={styles.recommended}>
            {best.map((offer) => (
              <li key={offer.startsAt}>
                <Big offer={offer} isFirst={offer.recommended === 1 && !slots.hold} dates={dates} isPending={isPending(offer)} isDisabled={!slots.mayAgree} onPress={() => choose(offer)} />
              </li>
            ))}
          </ul>
        )}
      </section>
      <Wishes key={JSON.stringify(slots.wished)} slots={slots} />
      <section aria-label={t('dispatch.agree.others')}>
        <div className={styles.bar}>
          <h3 className={styles.title}>{t('dispatch.agree.others')}</h3>
          <IconButton icon={ChevronLeftIcon} label={t('dispatch.agree.earlier')} isDisabled={!page} onPress={() => turn(-slots.days)} />
          <IconButton icon={ChevronRightIcon} label={t('dispatch.agree.later')} onPress={() => turn(slots.days)} />
        </div>
        {slots.items.length === 0 && <p className={styles.quiet}>{t('dispatch.agree.notServed')}</p>}
        {byDay(slots.items).map((day) => (
          <Day key={day.date} offers={day.offers} dates={dates} isDisabled={!slots.mayAgree} isPending={isPending} onChoose={choose} />
        ))}
      </section>
    </div>
  );
}

interface BigProps {
  offer: Offer;
  /** What to say first; while something is held, booking that comes first. */
  isFirst: boolean;
  dates: Dates;
  isPending: boolean;
  isDisabled: boolean;
  onPress: () => void;
}

function Big({ offer, isFirst, dates, isPending, isDisabled, onPress }: BigProps) {
  const t = useText();
  const numbers = useNumbers();
  const more = offer.best ? offer.best.moreThanBest.money / 100 : 0;
  return (
    <Button className={styles.big} kind={isFirst ? 'primary' : 'secondary'} isPending={isPending} isDisabled={isDisabled} onPress={onPress}>
      <span className={styles.bigWords}>
        <span className={styles.bigDay}>{dates.weekday(offer.startsAt)}</span>
        <span className={styles.bigTime}>
          {dates.time(offer.startsAt)}–{dates.time(offer.endsAt)}
        </span>
        <span className={styles.bigNote}>
          {[
            offer.best && crewNames(offer.best),
            t(offer.keepsDeadline ? 'dispatch.agree.inTime' : 'dispatch.tooLate'),
            offer.wished ? t('dispatch.agree.wished') : '',
            more > 0 ? t('dispatch.moreThanBest', { price: numbers.number(more, { maximumFractionDigits: 2 }) }) : '',
          ]
            .filter(Boolean)
            .join(' · ')}
        </span>
      </span>
    </Button>
  );
}

interface DayProps {
  offers: Offer[];
  dates: Dates;
  isDisabled: boolean;
  isPending: (offer: Offer) => boolean;
  onChoose: (offer: Offer) => void;
}

function Day({ offers, dates, isDisabled, isPending, onChoose }: DayProps) {
  const t = useText();
  const possible = offers.filter((offer) => offer.possible);
  const impossible = offers.filter((offer) => !offer.possible);
  return (
    <div className={styles.day}>
      <h4 className={styles.dayTitle}>{offers[0] && dates.weekday(offers[0].startsAt)}</h4>
      <div className={styles.windows}>
        {possible.map((offer) => (
          <Button
            key={offer.startsAt}
            icon={offer.wished ? StarIcon : offer.keepsDeadline ? CheckIcon : undefined}
            isPending={isPending(offer)}
            isDisabled={isDisabled}
            onPress={() => onChoose(offer)}
          >
            {dates.time(offer.startsAt)}–{dates.time(offer.endsAt)}
            {!offer.keepsDeadline && <StatusTag tone="breached">{t('dispatch.tooLate')}</StatusTag>}
          </Button>
        ))}
        {possible.length === 0 && <span className={styles.quiet}>{t('dispatch.agree.nobodyThatDay')}</span>}
      </div>
      {impossible.length > 0 && (
        <details className={styles.impossible}>
          <summary>{t('dispatch.agree.notPossible', { count: impossible.length })}</summary>
          <ul>
            {impossible.map((offer) => (
              <li key={offer.startsAt}>
                <span className={styles.when}>
                  {dates.time(offer.startsAt)}–{dates.time(offer.endsAt)}
                </span>
                {offer.best ? (
                  <span className={styles.nearest}>
                    <span>{t('dispatch.agree.nearest', { name: crewNames(offer.best) })}</span>
                    <Reasons candidate={offer.best} />
                  </span>
                ) : (
                  <span className={styles.quiet}>{t('dispatch.agree.nobodyWorks')}</span>
                )}
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}
