import { api, take } from '@firstfix/api';
import { useText } from '@firstfix/i18n';
import { ComboBox, type Option } from '@firstfix/ui';
import { useState } from 'react';
import type { Place } from './data.ts';

const kinds = ['asset', 'contact', 'site', 'account'] as const;

/** Finds whom a case is about: last digits of a serial, name, pinyin initials, telephone. */
export function CustomerSearch({ onFound, autoFocus }: { onFound: (place: Place) => void; autoFocus?: boolean }) {
  const t = useText();
  const [chosen, setChosen] = useState<Option | null>(null);
  const search = async (text: string, signal: AbortSignal): Promise<Option[]> => {
    const found = await Promise.all(kinds.map((kind) => take(api.GET('/api/v1/search', { params: { query: { q: text, kind } }, signal }))));
    return found.flatMap((answer) => answer.items.slice(0, 6).map((hit) => ({ id: `${hit.kind}:${hit.number}:${hit.id}`, label: hit.title, note: `${t(`cases.kind.${hit.kind}`)} · ${hit.subtitle}` })));
  };
  return (
    <ComboBox
      label={t('cases.findCustomer')}
      hint={t('cases.findCustomerHint')}
      value={chosen}
      search={search}
      minimum={2}
      autoFocus={autoFocus}
      onChange={(option) => {
        setChosen(option);
        const [kind, number] = option?.id.split(':') ?? [];
        if (kind === 'asset') onFound({ asset: number });
        else if (kind === 'site') onFound({ site: number });
        else if (kind) onFound({ account: number });
      }}
    />
  );
}
