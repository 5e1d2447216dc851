import { lazy } from 'react';
import { lazyDialog } from '../../../lazyDialog.tsx';

// The day is what a dispatcher begins with; the others are loaded when they are looked at.
export const ListView = lazy(async () => ({ default: (await import('./ListView.tsx')).ListView }));
export const MapPane = lazy(async () => ({ default: (await import('./MapPane.tsx')).MapPane }));
export const WeekPane = lazy(async () => ({ default: (await import('./WeekPane.tsx')).WeekPane }));
export const PlanPanel = lazyDialog(async () => (await import('./PlanPanel.tsx')).PlanPanel);
export const Versions = lazyDialog(async () => (await import('./PlanPanel.tsx')).Versions);
