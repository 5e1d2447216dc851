import { useCallback, type ReactNode } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';

export type Values = Record<string, string | number | boolean | Date | null | undefined>;
export type Say = (id: string, values?: Values) => string;

/** `const t = useText(); t('cases.title', { count: 3 })` – a plain string, also fit for labels and attributes. */
export function useText(): Say {
  const intl = useIntl();
  return useCallback((id, values) => intl.formatMessage({ id }, values) as string, [intl]);
}

interface MessageProps {
  id: string;
  /** A function value gives a tag in the message its element: `{ b: (words) => <b>{words}</b> }`. */
  values?: Record<string, ReactNode | Date | ((words: ReactNode[]) => ReactNode)>;
}

/** For sentences with elements inside; for everything else use `useText`. */
export function Message({ id, values }: MessageProps) {
  return <FormattedMessage id={id} values={values as never} />;
}
