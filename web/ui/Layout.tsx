import { useDates, useText } from '@firstfix/i18n';
import { useId, type ReactNode } from 'react';
import { classes } from './classes.ts';
import { CheckIcon, CircleIcon, type Icon } from './icons/index.tsx';
import styles from './Layout.module.css';

export interface SectionHeaderProps {
  title: ReactNode;
  level?: 1 | 2 | 3;
  count?: number;
  note?: ReactNode;
  actions?: ReactNode;
  id?: string;
}

export function SectionHeader({ title, level = 2, count, note, actions, id }: SectionHeaderProps) {
  const Heading = `h${level}` as const;
  return (
    <div className={styles.head}>
      <Heading className={styles.title} data-level={level} id={id}>
        {title}
      </Heading>
      {count !== undefined && <span className={styles.count}>{count}</span>}
      {note && <span className={styles.note}>{note}</span>}
      {actions && <div className={styles.actions}>{actions}</div>}
    </div>
  );
}

export interface CardProps extends Omit<SectionHeaderProps, 'title'> {
  title?: ReactNode;
  children: ReactNode;
  className?: string;
}

export function Card({ title, children, className, ...head }: CardProps) {
  const id = useId();
  return (
    <section className={classes(styles.card, className)} aria-labelledby={title ? id : undefined}>
      {title && <SectionHeader {...head} title={title} id={id} />}
      <div className={styles.cardBody}>{children}</div>
    </section>
  );
}

export interface KeyValueListProps {
  items: { label: string; value: ReactNode }[];
  layout?: 'rows' | 'columns';
}

/** An empty value is shown as a dash, so that nobody wonders whether it failed to load. */
export function KeyValueList({ items, layout = 'rows' }: KeyValueListProps) {
  return (
    <dl className={layout === 'rows' ? styles.pairs : styles.pairsColumns}>
      {items.map(({ label, value }) =>
        layout === 'rows' ? (
          [<dt key={`${label}:label`}>{label}</dt>, <dd key={`${label}:value`}>{value === null || value === undefined || value === '' ? '–' : value}</dd>]
        ) : (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value === null || value === undefined || value === '' ? '–' : value}</dd>
          </div>
        ),
      )}
    </dl>
  );
}

export interface Moment {
  id: string;
  at: string;
  /** Who and what, in one line. */
  title: ReactNode;
  icon?: Icon;
  body?: ReactNode;
  kind?: 'event' | 'public' | 'internal';
}

export function Timeline({ moments, label }: { moments: Moment[]; label?: string }) {
  const t = useText();
  const dates = useDates();
  return (
    <ol className={styles.timeline} aria-label={label ?? t('ui.timeline')}>
      {moments.map(({ id, at, title, icon: Sign = CircleIcon, body, kind = 'event' }) => (
        <li key={id} className={styles.moment}>
          <span className={styles.momentSign}>
            <Sign size={14} />
          </span>
          <div>
            <div className={styles.momentHead}>
              <span>{title}</span>
              <time dateTime={at} title={dates.exact(at)}>
                {dates.relative(at)}
              </time>
            </div>
            {body && <div className={classes(styles.momentBody, kind !== 'event' && styles.momentNote, kind === 'internal' && styles.momentInternal)}>{body}</div>}
          </div>
        </li>
      ))}
    </ol>
  );
}

export interface Step {
  id: string;
  label: string;
  note?: ReactNode;
}

export interface StepperProps {
  steps: Step[];
  /** The step at hand; the ones before it are done. */
  current: string | null;
  orientation?: 'horizontal' | 'vertical';
  label?: string;
}

/** Shows how far something is. It does not act: a state changes by a button that says what it does. */
export function Stepper({ steps, current, orientation = 'horizontal', label }: StepperProps) {
  const t = useText();
  const at = current === null ? steps.length : steps.findIndex((step) => step.id === current);
  return (
    <ol className={classes(styles.steps, orientation === 'vertical' && styles.stepsVertical)} aria-label={label ?? t('ui.stepper')}>
      {steps.map((step, position) => {
        const state = position < at ? 'done' : position === at ? 'current' : 'todo';
        return (
          <li key={step.id} className={styles.step} data-state={state} aria-current={state === 'current' ? 'step' : undefined}>
            {orientation === 'vertical' ? (
              <span className={styles.stepDot}>{state === 'done' && <CheckIcon size={12} strokeWidth={2.4} />}</span>
            ) : (
              state === 'done' && <CheckIcon size={13} />
            )}
            <span>
              {step.label}
              <span className="visually-hidden"> ({t(`ui.step.${state}`)})</span>
              {step.note && <span className={styles.stepNote}>{step.note}</span>}
            </span>
          </li>
        );
      })}
    </ol>
  );
}
