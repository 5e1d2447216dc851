import { lazyDialog } from '../../lazyDialog.tsx';

export const AgreeDialog = lazyDialog(async () => (await import('./agree/AgreeDialog.tsx')).AgreeDialog);
export const BookDialog = lazyDialog(async () => (await import('./BookDialog.tsx')).BookDialog);
