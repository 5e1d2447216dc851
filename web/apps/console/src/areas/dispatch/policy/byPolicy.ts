import type { Schema } from '@firstfix/api';
import { useText } from '@firstfix/i18n';
import { toast } from '@firstfix/ui';
import { useEffect, useRef } from 'react';

/** The name under which the house itself publishes. */
const byTheHouse = 'policy';

/** Who waits for a proposal that then takes effect by itself is told so, with the way to take it back. */
export function useToldByPolicy(plan: Schema<'PlanScreenView'> | undefined, onVersions: () => void) {
  const t = useText();
  const awaited = useRef<string | null>(null);
  useEffect(() => {
    if (!plan) return;
    const published = plan.versions.find((version) => version.id === awaited.current && version.status === 'PUBLISHED' && version.decidedBy === byTheHouse);
    if (published) toast({ kind: 'success', text: t('dispatch.plan.byPolicy', { number: published.number ?? 0 }), action: { label: t('dispatch.plan.versions'), run: onVersions } });
    awaited.current = plan.open?.id ?? null;
  });
}
