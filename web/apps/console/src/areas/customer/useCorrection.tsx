import { call, useAction } from '@firstfix/api';
import { ConflictDialog, type ConflictingField } from '@firstfix/ui';
import type { QueryKey } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';

interface Correction<Draft> {
  url: string;
  version: number;
  /** The record as the form found it. */
  start: Draft;
  /** Name of a field and how its value is shown to people. */
  label: (field: keyof Draft & string) => string;
  show?: (field: keyof Draft & string, value: unknown) => ReactNode;
  /** How the server has the record where its fields are not those of the form. */
  read?: (current: Record<string, unknown>) => Draft;
  /** What is sent, where it is not the form as it stands. */
  body?: (draft: Draft) => unknown;
  touches: QueryKey[];
  onSaved: () => void;
}

/**
 * Corrects a record that others may correct at the same time. Where somebody was faster, both values of each field
 * that differs are put side by side; what the user did not touch is taken from the other by itself.
 */
export function useCorrection<Draft extends object>({ url, version, start, label, show, read, body = (draft) => draft, touches, onSaved }: Correction<Draft>) {
  const [basedOn, setBasedOn] = useState(version);
  const [base, setBase] = useState(start);
  const [sent, setSent] = useState<Draft>(start);
  const save = useAction({
    touches,
    run: ({ draft, on }: { draft: Draft; on: number }) => call('PUT', url, { headers: { 'If-Match': `"${on}"` }, body: body(draft) }),
    onSuccess: onSaved,
  });
  const theirs = save.error?.isConflict ? (save.error.values.current as (Draft & { version: number }) | undefined) : undefined;
  const current: (Draft & { version: number }) | undefined = theirs && read ? { ...read(theirs as Record<string, unknown>), version: theirs.version } : theirs;
  const same = (one: unknown, other: unknown) => JSON.stringify(one ?? null) === JSON.stringify(other ?? null);
  const differing = current ? (Object.keys(start) as (keyof Draft & string)[]).filter((field) => field !== 'reason' && !same(sent[field], current[field])) : [];
  const fields = differing.map<ConflictingField>((field) => ({
    field,
    label: label(field),
    mine: show ? show(field, sent[field]) : String(sent[field] ?? ''),
    theirs: show ? show(field, current?.[field]) : String(current?.[field] ?? ''),
    preselect: same(sent[field], base[field]) ? 'theirs' : 'mine',
  }));
  const submit = (draft: Draft, on = basedOn) => {
    setSent(draft);
    save.mutate({ draft, on });
  };
  return {
    submit,
    isPending: save.isPending,
    problem: current ? null : save.error,
    /** Put it beside the form. */
    conflict: current && (
      <ConflictDialog
        isOpen
        fields={fields}
        isPending={save.isPending}
        onClose={() => save.reset()}
        onResolve={(choice) => {
          const merged = { ...sent };
          for (const field of differing) if (choice[field] === 'theirs') merged[field] = current[field];
          setBasedOn(current.version);
          setBase(Object.fromEntries(Object.keys(start).map((field) => [field, current[field as keyof Draft]])) as Draft);
          submit(merged, current.version);
        }}
      />
    ),
  };
}
