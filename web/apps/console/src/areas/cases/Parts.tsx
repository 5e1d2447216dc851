import { useText } from '@firstfix/i18n';
import { PriorityMark, SlaRing, StatusTag } from '@firstfix/ui';
import { CheckIcon, SlashIcon } from '@firstfix/ui/icons';
import { AppLink } from '../../shell/AppLink.tsx';
import { levelOf, tones, type CaseLine, type CaseStatus, type Preview } from './data.ts';
import styles from './cases.module.css';

export function CaseTag({ status, isPlain }: { status: CaseStatus; isPlain?: boolean }) {
  const t = useText();
  return (
    <StatusTag tone={tones[status]} isPlain={isPlain}>
      {t(`cases.status.${status}`)}
    </StatusTag>
  );
}

export function CasePriority({ priority }: { priority: string }) {
  return <PriorityMark level={levelOf(priority)} />;
}

/** Whether anything may be claimed, and as what. */
export function CoverTag({ cover }: { cover: Preview['cover'] }) {
  const t = useText();
  if (cover.basis === 'NONE') {
    return (
      <StatusTag tone="breached" icon={SlashIcon}>
        {t(`cases.cover.${cover.reason}`)}
      </StatusTag>
    );
  }
  return (
    <StatusTag tone="done" icon={CheckIcon}>
      {cover.basis === 'WARRANTY' ? t('cases.cover.warranty') : `${cover.coverageCode ?? ''}`}
    </StatusTag>
  );
}

/** What is due next, in a list. */
export function LineDue({ line }: { line: CaseLine }) {
  const t = useText();
  if (line.quoteFirst) return <span className={styles.note}>{t('cases.quoteFirst')}</span>;
  if (!line.due?.milestone) return null;
  if (line.due.band === 'PAUSED') return <SlaRing due={line.due.dueAt ?? line.reportedAt} state="paused" />;
  if (!line.due.dueAt) return null;
  return (
    <span className={styles.due}>
      <SlaRing due={line.due.dueAt} start={line.reportedAt} isAtRisk={line.due.band === 'HOT'} state={line.due.band === 'MISSED' ? 'breached' : 'running'} />
      <span className={styles.note}>{t(`cases.milestone.${line.due.milestone}`)}</span>
    </span>
  );
}

/** A case in a narrow column. */
export function CaseSnippet({ line, mark }: { line: CaseLine; mark?: string }) {
  return (
    <li className={styles.snippet}>
      <span className={styles.snippetHead}>
        <AppLink href={`/cases/${line.number}`} className={styles.link}>
          {line.number}
        </AppLink>
        <CasePriority priority={line.priority} />
        <CaseTag status={line.status} isPlain />
        {mark && <StatusTag tone="waiting">{mark}</StatusTag>}
      </span>
      <span>{line.subject}</span>
      <LineDue line={line} />
    </li>
  );
}
