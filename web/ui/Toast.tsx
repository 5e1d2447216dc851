import { useText } from '@firstfix/i18n';
import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { AlertIcon, CheckIcon, CloseIcon, InfoIcon } from './icons/index.tsx';
import styles from './Feedback.module.css';

export interface ToastOptions {
  kind?: 'info' | 'success' | 'error';
  text: string;
  /** The way back. With it the toast stays at least ten seconds. */
  onUndo?: () => void;
  action?: { label: string; run: () => void };
}

interface Shown extends ToastOptions {
  id: number;
}

let shown: readonly Shown[] = [];
let next = 1;
const listeners = new Set<() => void>();

function change(to: readonly Shown[]) {
  shown = to;
  for (const listener of listeners) listener();
}

/** May be called from anywhere; the words come from the caller, already in the user's language. */
export function toast(options: ToastOptions): () => void {
  const id = next++;
  // More than four are not read; the oldest goes.
  change([...shown.slice(-3), { ...options, id }]);
  return () => dismiss(id);
}

function dismiss(id: number) {
  change(shown.filter((one) => one.id !== id));
}

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

export function ToastRegion() {
  const t = useText();
  const toasts = useSyncExternalStore(subscribe, () => shown);
  const [isHeld, setHeld] = useState(false);
  return (
    // Pointing at a message or entering it by keyboard holds its clock; nothing is triggered.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <section
      className={styles.toasts}
      aria-label={t('ui.notifications')}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      {/* The live region exists before the first message, or that one would stay unsaid. */}
      <div role="status" aria-live="polite" aria-relevant="additions" style={{ display: 'contents' }}>
        {toasts.map((one) => (
          <Item key={one.id} toast={one} isHeld={isHeld} />
        ))}
      </div>
    </section>
  );
}

function Item({ toast: { id, kind = 'info', text, onUndo, action }, isHeld }: { toast: Shown; isHeld: boolean }) {
  const t = useText();
  const left = useRef(onUndo ? 12_000 : kind === 'error' || action ? 10_000 : 5_000);
  useEffect(() => {
    if (isHeld) return undefined;
    const since = Date.now();
    const timer = setTimeout(() => dismiss(id), left.current);
    return () => {
      clearTimeout(timer);
      left.current = Math.max(2_000, left.current - (Date.now() - since));
    };
  }, [id, isHeld]);
  const Sign = kind === 'success' ? CheckIcon : kind === 'error' ? AlertIcon : InfoIcon;
  const then = (run: () => void) => () => {
    dismiss(id);
    run();
  };
  return (
    <div className={styles.toast} data-kind={kind}>
      <Sign />
      <span className={styles.toastWords}>{text}</span>
      {action && (
        <button type="button" className={styles.toastButton} onClick={then(action.run)}>
          {action.label}
        </button>
      )}
      {onUndo && (
        <button type="button" className={styles.toastButton} onClick={then(onUndo)}>
          {t('common.undo')}
        </button>
      )}
      <button type="button" className={styles.toastButton} aria-label={t('ui.dismiss')} onClick={() => dismiss(id)}>
        <CloseIcon size={14} />
      </button>
    </div>
  );
}
