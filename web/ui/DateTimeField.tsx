import { lazy, Suspense } from 'react';
import { TextField, type FieldProps } from './Field.tsx';

export interface DateTimeFieldProps extends FieldProps {
  /** An instant in UTC (`2026-11-23T02:30:00Z`), or with `granularity="day"` a date (`2026-11-23`). */
  value: string | null;
  onChange: (value: string | null) => void;
  onBlur?: () => void;
  granularity?: 'day' | 'minute';
  /** The site's zone; the reader's own when nothing is said. */
  zone?: string;
  min?: string;
  max?: string;
}

/** Calendars are heavy and seldom on the first page: they are fetched when a field is shown for the first time. */
const DateTimePicker = lazy(async () => ({ default: (await import('./dates/DateTimePicker.tsx')).DateTimePicker }));

export function DateTimeField(props: DateTimeFieldProps) {
  const { label, hideLabel, hint, isRequired, className } = props;
  return (
    <Suspense fallback={<TextField {...{ label, hideLabel, hint, isRequired, className }} isReadOnly value="" />}>
      <DateTimePicker {...props} />
    </Suspense>
  );
}
