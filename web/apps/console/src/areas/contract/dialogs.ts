import { lazyDialog } from '../../lazyDialog.tsx';

export const ContractDrawer = lazyDialog(async () => (await import('./ContractDrawer.tsx')).ContractDrawer);
