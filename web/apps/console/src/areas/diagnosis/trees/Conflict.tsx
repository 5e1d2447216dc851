import { useText } from '@firstfix/i18n';
import { ConflictDialog } from '@firstfix/ui';
import type { Entry } from './data.ts';
import { useFact } from './facts.tsx';

interface Props {
  mine: Partial<Entry>;
  theirs: Entry;
  fields: (keyof Entry)[];
  onResolve: (chosen: Partial<Entry>) => void;
  onClose: () => void;
}

/** Two people changed the same entry: where they differ, side by side. */
export function Conflict({ mine, theirs, fields, onResolve, onClose }: Props) {
  const t = useText();
  const fact = useFact();
  const differing = fields.filter((field) => inWords(mine[field]) !== inWords(theirs[field]));
  return (
    <ConflictDialog
      isOpen
      onClose={onClose}
      fields={differing.map((field) => ({ field, label: t(`trees.field.${field}`), mine: fact(field, inWords(mine[field])), theirs: fact(field, inWords(theirs[field])) }))}
      onResolve={(choice) => onResolve(Object.fromEntries(differing.filter((field) => choice[field] === 'theirs').map((field) => [field, theirs[field] ?? null])))}
    />
  );
}

/** As the history writes it. */
function inWords(value: Entry[keyof Entry] | null): string {
  if (Array.isArray(value)) return value.map((one) => (typeof one === 'string' ? one : `${one.causeCode} ${one.yes}`)).join(', ');
  return value === null || value === undefined ? '' : String(value);
}
