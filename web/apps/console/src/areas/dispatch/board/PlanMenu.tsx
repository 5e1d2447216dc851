import { useText } from '@firstfix/i18n';
import { Button, Menu } from '@firstfix/ui';
import { ChevronDownIcon } from '@firstfix/ui/icons';
import { memo } from 'react';
import type { Board } from '../data.ts';
import { isOnDuty } from './finding.ts';
import type { PlanVersion } from './plans.ts';

interface Colleague {
  code: string;
  name: string;
}

/** Who is at work or is expected somewhere on this day. */
export function whoWorks(rows: Board['rows']): Colleague[] {
  return rows.filter((row) => row.absences.length === 0 && isOnDuty(row)).map(({ code, name }) => ({ code, name }));
}

interface PlanMenuProps {
  /** Who may become ill: {@link whoWorks}. */
  engineers: readonly Colleague[];
  /** Whose visit is chosen: he stands first. */
  chosen: string | undefined;
  isPending: boolean;
  mayReportAbsence: boolean;
  onPlan: (cause: PlanVersion['cause']) => void;
  onIll: (code: string) => void;
  onVersions: () => void;
}

const causes = { day: 'PLAN', overtime: 'OVERTIME', cancellation: 'CANCELLATION' } as const;

/** Planning the day, and what breaks it. */
export const PlanMenu = memo(function PlanMenu({ engineers, chosen, isPending, mayReportAbsence, onPlan, onIll, onVersions }: PlanMenuProps) {
  const t = useText();
  const first = [...engineers.filter((one) => one.code === chosen), ...engineers.filter((one) => one.code !== chosen)];
  return (
    <>
      <Menu
        trigger={
          <Button kind="primary" isPending={isPending} icon={ChevronDownIcon}>
            {t('dispatch.plan.menu')}
          </Button>
        }
        label={t('dispatch.plan.menu')}
        placement="bottom end"
        entries={[
          { id: 'day', label: t('dispatch.plan.theDay') },
          { id: 'overtime', label: t('dispatch.plan.afterOvertime') },
          { id: 'cancellation', label: t('dispatch.plan.afterCancellation') },
          { id: 'versions', label: t('dispatch.plan.versions') },
        ]}
        onAction={(id) => (id === 'versions' ? onVersions() : onPlan(causes[id as keyof typeof causes]))}
      />
      {mayReportAbsence && first.length > 0 && (
        <Menu
          trigger={<Button isDisabled={isPending}>{t('dispatch.plan.illMenu')}</Button>}
          label={t('dispatch.plan.illMenu')}
          placement="bottom end"
          entries={first.map(({ code, name }) => ({ id: code, label: t('dispatch.plan.ill', { name }), note: code }))}
          onAction={onIll}
        />
      )}
    </>
  );
});
