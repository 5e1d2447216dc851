import { getLocalTimeZone, parseAbsolute, parseDate, type CalendarDate, type ZonedDateTime } from '@internationalized/date';
import { useText } from '@firstfix/i18n';
import {
  Button as AriaButton,
  Calendar,
  CalendarCell,
  CalendarGrid,
  CalendarGridBody,
  CalendarGridHeader,
  CalendarHeaderCell,
  CalendarHeading,
  DateInput,
  DatePicker,
  DateSegment,
  Dialog,
  Group,
  Popover,
  useLocale,
  type DateValue,
} from 'react-aria-components';
import { common, FieldLabel, FieldNotes } from '../Field.tsx';
import type { DateTimeFieldProps } from '../DateTimeField.tsx';
import { CalendarIcon, ChevronLeftIcon, ChevronRightIcon } from '../icons/index.tsx';
import overlay from '../Overlay.module.css';
import styles from '../Field.module.css';

export function DateTimePicker({ value, onChange, onBlur, granularity = 'minute', zone, min, max, ...props }: DateTimeFieldProps) {
  const t = useText();
  const { locale } = useLocale();
  const timeZone = zone ?? getLocalTimeZone();
  const read = (text: string | null | undefined): CalendarDate | ZonedDateTime | null =>
    !text ? null : granularity === 'day' ? parseDate(text.slice(0, 10)) : parseAbsolute(text, timeZone);
  const write = (next: DateValue | null): string | null =>
    next === null ? null : granularity === 'day' ? next.toString().slice(0, 10) : next.toDate(timeZone).toISOString();
  const isForeign = granularity === 'minute' && timeZone !== getLocalTimeZone();
  return (
    <DatePicker<DateValue>
      {...common(props)}
      value={read(value)}
      onChange={(next) => onChange(write(next))}
      onBlur={onBlur}
      granularity={granularity}
      hourCycle={24}
      hideTimeZone
      minValue={read(min)}
      maxValue={read(max)}
      shouldForceLeadingZeros
    >
      <FieldLabel {...props} label={isForeign ? `${props.label} (${zoneName(timeZone, locale)})` : props.label} />
      <Group className={styles.control} isInvalid={Boolean(props.error)} isDisabled={props.isDisabled}>
        <DateInput className={styles.dateInput}>{(segment) => <DateSegment segment={segment} className={styles.dateSegment} />}</DateInput>
        <AriaButton className={styles.inner} aria-label={t('ui.openCalendar')}>
          <CalendarIcon size={14} />
        </AriaButton>
      </Group>
      <FieldNotes {...props} />
      <Popover className={overlay.popover} offset={4}>
        <Dialog className={styles.calendar}>
          <Calendar>
            <header className={styles.calendarHead}>
              <AriaButton slot="previous" className={styles.inner} aria-label={t('ui.previousMonth')}>
                <ChevronLeftIcon />
              </AriaButton>
              <CalendarHeading />
              <AriaButton slot="next" className={styles.inner} aria-label={t('ui.nextMonth')}>
                <ChevronRightIcon />
              </AriaButton>
            </header>
            <CalendarGrid>
              <CalendarGridHeader>{(day) => <CalendarHeaderCell>{day}</CalendarHeaderCell>}</CalendarGridHeader>
              <CalendarGridBody>{(date) => <CalendarCell date={date} className={styles.day} />}</CalendarGridBody>
            </CalendarGrid>
          </Calendar>
        </Dialog>
      </Popover>
    </DatePicker>
  );
}

/** In the label and not in the field: it cannot be edited and would take the room of the hour. */
function zoneName(timeZone: string, locale: string): string {
  const parts = new Intl.DateTimeFormat(locale, { timeZone, timeZoneName: 'short' }).formatToParts(new Date());
  return parts.find((part) => part.type === 'timeZoneName')?.value ?? timeZone;
}
