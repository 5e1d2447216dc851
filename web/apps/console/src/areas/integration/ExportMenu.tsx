import { isProblem, ProblemError } from '@firstfix/api';
import { useLanguage, useText } from '@firstfix/i18n';
import { Button, Menu, toast } from '@firstfix/ui';
import { DownloadIcon } from '@firstfix/ui/icons';
import { useState } from 'react';
import { useCan } from '../../session/session.ts';

export type ExportQuery = Record<string, string | number | boolean | readonly string[] | null | undefined>;

export interface ExportMenuProps {
  /** The list as the API calls it: `cases` for /api/v1/cases. */
  list: string;
  /** The same filters the list on the screen has. */
  query?: ExportQuery;
}

/** Takes a list out as a file, with the filters of the screen. Shown only to those who may. */
export function ExportMenu({ list, query = {} }: ExportMenuProps) {
  const t = useText();
  const { language } = useLanguage();
  const can = useCan();
  const [isPending, setPending] = useState(false);
  if (!can('export.run')) return null;
  const save = async (format: string) => {
    setPending(true);
    try {
      await download(`/api/v1/exports/${list}.${format}`, query, language);
    } catch (problem) {
      toast({ kind: 'error', text: isProblem(problem) ? (problem.detail ?? problem.code) : t('integration.export.failed') });
    } finally {
      setPending(false);
    }
  };
  return (
    <Menu
      label={t('integration.export')}
      placement="bottom end"
      onAction={(format) => void save(format)}
      entries={[
        { id: 'xlsx', label: t('integration.export.xlsx') },
        { id: 'csv', label: t('integration.export.csv') },
      ]}
      trigger={
        <Button icon={DownloadIcon} isPending={isPending}>
          {t('integration.export')}
        </Button>
      }
    />
  );
}

/** Fetched, not linked to: a refusal is a message here instead of a page of JSON. */
async function download(path: string, query: ExportQuery, language: string) {
  const url = new URL(path, location.origin);
  for (const [name, value] of Object.entries(query)) {
    if (value === null || value === undefined || value === '') continue;
    for (const one of Array.isArray(value) ? value : [value]) url.searchParams.append(name, String(one));
  }
  const response = await fetch(url, { headers: { 'Accept-Language': language } });
  if (!response.ok) throw await ProblemError.from(response);
  const link = document.createElement('a');
  link.href = URL.createObjectURL(await response.blob());
  link.download = /filename\*?=(?:UTF-8'')?"?([^";]+)/i.exec(response.headers.get('content-disposition') ?? '')?.[1] ?? url.pathname.split('/').at(-1) ?? 'export';
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
