import { call, type Tagged, type Schema } from '@firstfix/api';

export type ImportStatus = 'CHECKING' | 'CHECKED' | 'RUNNING' | 'DONE' | 'FAILED';

export type Field = Schema<'ImportListFieldView'>;

export type Kind = Schema<'ImportListKindView'>;

export type ImportRow = Schema<'ImportListImportRow'>;

export type Column = Schema<'ImportListColumnView'>;

export type ImportView = Schema<'ImportListImportView'>;

export type Finding = Schema<'ImportListFindingView'>;

export const isBusy = (status: ImportStatus | undefined) => status === 'CHECKING' || status === 'RUNNING';

export function openImport(kind: string, file: File): Promise<Tagged<ImportView>> {
  const body = new FormData();
  body.append('file', file);
  return call<ImportView>('POST', `/api/v1/imports?kind=${kind}`, { body });
}
