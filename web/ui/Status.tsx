import { useDurations, useText } from '@firstfix/i18n';
import { useEffect, useState } from 'react';
import { classes } from './classes.ts';
import {
  AlertIcon,
  CalendarIcon,
  CarIcon,
  CheckIcon,
  CircleIcon,
  HourglassIcon,
  SendIcon,
  SlashIcon,
  WrenchIcon,
  type Icon,
} from './icons/index.tsx';
import styles from './Status.module.css';

/** The one map of the product: every state is an icon, a word and a colour, never a colour alone. */
export const tones = {
  new: CircleIcon,
  scheduled: CalendarIcon,
  dispatched: SendIcon,
  travelling: CarIcon,
  onsite: WrenchIcon,
  waiting: HourglassIcon,
  done: CheckIcon,
  cancelled: SlashIcon,
  breached: AlertIcon,
} as const satisfies Record<string, Icon>;

export type Tone = keyof typeof tones;

export interface StatusTagProps {
  tone: Tone;
  /** The state's own word, such as "Waiting for parts"; without it the tone's general word. */
  children?: string;
  icon?: Icon;
  /** Without the tint, for dense tables. */
  isPlain?: boolean;
}

export function StatusTag({ tone, children, icon, isPlain }: StatusTagProps) {
  const t = useText();
  const Sign = icon ?? tones[tone];
  return (
    <span className={classes(styles.tag, styles[tone], isPlain && styles.plain)}>
      <Sign size={13} />
      <span>{children ?? t(`ui.status.${tone}`)}</span>
    </span>
  );
}

export type Priority = 1 | 2 | 3 | 4;

/** A shape and a digit instead of another colour scale: filled, half, outline, dot. */
export function PriorityMark({ level, label }: { level: Priority; label?: string }) {
  const t = useText();
  return (
    <span className={styles.priority}>
      <svg width="12" height="12" viewBox="0 0 12 12" aria-hidden="true" focusable="false">
        {level === 4 ? (
          <circle cx="6" cy="6" r="2.6" fill="currentColor" />
        ) : (
          <>
            <rect x="1.7" y="1.7" width="8.6" height="8.6" rx="1.4" fill={level === 1 ? 'currentColor' : 'none'} stroke="currentColor" strokeWidth="1.4" />
            {level === 2 && <path d="M2.400 2.400h3.600v7.200H2.400z" fill="currentColor" />}
          </>
        )}
      </svg>
      <span aria-hidden="true">P{level}</span>
      <span className="visually-hidden">{t('ui.priority', { level })}</span>
      {label && <span>{label}</span>}
    </span>
  );
}

export interface SlaRingProps {
  /** When it must be done; the ring counts down to it. */
  due: string;
  /** When the clock was started, so that the ring knows the whole. */
  start?: string;
  state?: 'running' | 'paused' | 'met' | 'breached';
  /** From the server: whether this clock counts as at risk. Without it the last quarter of the time does. */
  isAtRisk?: boolean;
  now?: number;
}

const circle = 2 * Math.PI * 6;

export function SlaRing({ due, start, state = 'running', isAtRisk, now }: SlaRingProps) {
  const t = useText();
  const durations = useDurations();
  const clock = useMinute(now);
  const left = (new Date(due).getTime() - clock) / 1000;
  const whole = start ? (new Date(due).getTime() - new Date(start).getTime()) / 1000 : 4 * 3600;
  const share = state === 'met' ? 1 : Math.max(0, Math.min(1, left / whole));
  const band = state === 'met' ? 'ok' : state === 'breached' || left < 0 ? 'breached' : (isAtRisk ?? share < 0.25) ? 'risk' : 'ok';
  const tone = state === 'paused' ? 'new' : band === 'ok' ? 'done' : band === 'risk' ? 'onsite' : 'breached';
  const words =
    state === 'met' ? t('ui.sla.met') : state === 'paused' ? t('ui.sla.paused') : t(left < 0 ? 'ui.sla.over' : 'ui.sla.left', { time: durations.full(left) });
  const short = state === 'met' || state === 'paused' ? words : durations.clock(left);
  return (
    <span className={classes(styles.ring, styles[tone])} title={words}>
      <svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
        <circle cx="8" cy="8" r="6" fill="none" stroke="currentColor" strokeOpacity="0.25" strokeWidth="2.2" />
        <circle
          cx="8"
          cy="8"
          r="6"
          fill="none"
          stroke="currentColor"
          strokeWidth="2.2"
          strokeDasharray={`${circle * (band === 'breached' ? 1 : share)} ${circle}`}
          transform="rotate(-90 8 8)"
        />
      </svg>
      <span aria-hidden="true">{short}</span>
      <span className="visually-hidden">{`${t(`ui.sla.${band}`)}, ${words}`}</span>
    </span>
  );
}

/** All clocks on the page step together, at the full half minute. */
function useMinute(fixed: number | undefined): number {
  const [now, setNow] = useState(() => fixed ?? Date.now());
  useEffect(() => {
    if (fixed !== undefined) return undefined;
    let timer: ReturnType<typeof setTimeout>;
    const step = () => {
      setNow(Date.now());
      timer = setTimeout(step, 30_000 - (Date.now() % 30_000));
    };
    timer = setTimeout(step, 30_000 - (Date.now() % 30_000));
    return () => clearTimeout(timer);
  }, [fixed]);
  return fixed ?? now;
}

export interface AvatarProps {
  name: string;
  size?: number;
  presence?: 'online' | 'away' | 'offline';
  /** The word for the presence, when it is not said beside the picture. */
  presenceLabel?: string;
}

export function Avatar({ name, size = 24, presence, presenceLabel }: AvatarProps) {
  return (
    <span className={styles.avatar} style={{ width: size, height: size, fontSize: Math.round(size * 0.42) }}>
      <span aria-hidden="true">{initials(name)}</span>
      {presence && <span className={styles.presence} data-presence={presence} />}
      {presenceLabel && <span className="visually-hidden">{presenceLabel}</span>}
    </span>
  );
}

/** A Chinese name is known by its last character, a Latin one by two initials. */
export function initials(name: string): string {
  const trimmed = name.trim();
  if (/\p{Script=Han}/u.test(trimmed)) return [...trimmed].at(-1) ?? '';
  const words = trimmed.split(/\s+/);
  return ((words[0]?.[0] ?? '') + (words.length > 1 ? (words.at(-1)?.[0] ?? '') : '')).toUpperCase();
}
