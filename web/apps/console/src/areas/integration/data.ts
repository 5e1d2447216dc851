import { call, type Tagged } from '@firstfix/api';

export type ImportStatus = 'CHECKING' | 'CHECKED' | 'RUNNING' | 'DONE' | 'FAILED';

export interface Field {
  key: string;
  label: string;
  required: boolean;
}

export interface Kind {
  kind: string;
  label: string;
  fields: Field[];
}

export interface ImportRow {
  id: string;
  kind: string;
  fileName: string;
  status: ImportStatus;
  rowsTotal: number;
  rowsDone: number;
  rowsGood: number;
  rowsChanged: number;
  rowsBad: number;
  rowsExisting: number;
  startedBy: string;
  startedAt: string;
  finishedAt: string | null;
}

export interface Column {
  index: number;
  header: string;
  /** The key of the field it is read as; empty if it is left out. */
  field: string;
  samples: string[];
}

export interface ImportView extends ImportRow {
  encoding: string;
  orgUnitCode: string;
  columns: Column[];
  fields: Field[];
  missing: Field[];
  findings: number;
  failure: string;
  actions: string[];
  version: number;
}

export interface Finding {
  row: number;
  column: string;
  severity: 'ERROR' | 'WARNING' | 'NEW' | 'CHANGED' | 'SAME';
  code: string;
  value: string;
  message: string;
  hint: string;
}

export const isBusy = (status: ImportStatus | undefined) => status === 'CHECKING' || status === 'RUNNING';

export function openImport(kind: string, file: File): Promise<Tagged<ImportView>> {
  const body = new FormData();
  body.append('file', file);
  return call<ImportView>('POST', `/api/v1/imports?kind=${kind}`, { body });
}
