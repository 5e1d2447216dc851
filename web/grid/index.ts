export { DataGrid, type DataGridProps, type GridSource } from './DataGrid.tsx';
export type { Column, Sort } from './columns.ts';
export { parseSort, printSort } from './columns.ts';
