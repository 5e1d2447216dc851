import { useText } from '@firstfix/i18n';
import { useEffect, useEffectEvent, useId, useState } from 'react';
import { Dialog as AriaDialog, Modal, ModalOverlay } from 'react-aria-components';
import { classes } from './classes.ts';
import { SearchIcon, type Icon } from './icons/index.tsx';
import overlay from './Overlay.module.css';
import styles from './Feedback.module.css';

export interface Hit {
  id: string;
  label: string;
  note?: string;
  icon?: Icon;
  href?: string;
  run?: () => void;
  keys?: string;
}

export interface HitGroup {
  id: string;
  label: string;
  hits: Hit[];
}

export interface CommandPaletteProps {
  isOpen: boolean;
  onClose: () => void;
  /** Asked at every change of the text; an older answer is thrown away. */
  search: (text: string, signal: AbortSignal) => Promise<HitGroup[]>;
  onOpen: (hit: Hit) => void;
}

export function CommandPalette({ isOpen, onClose, search, onOpen }: CommandPaletteProps) {
  const t = useText();
  return (
    <ModalOverlay className={overlay.scrim} isOpen={isOpen} onOpenChange={(open) => !open && onClose()} isDismissable>
      <Modal className={classes(overlay.dialogFrame, overlay.palette)}>
        <AriaDialog className={styles.palette} aria-label={t('ui.palette.title')}>
          <Finder search={search} onOpen={onOpen} onClose={onClose} />
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}

function Finder({ search, onOpen, onClose }: Omit<CommandPaletteProps, 'isOpen'>) {
  const t = useText();
  const id = useId();
  const [text, setText] = useState('');
  const [groups, setGroups] = useState<HitGroup[]>([]);
  const [answered, setAnswered] = useState('');
  const [active, setActive] = useState(0);
  const hits = groups.flatMap((group) => group.hits);
  const current = hits[Math.min(active, hits.length - 1)];
  const hitId = (hit: Hit) => `${id}-${hit.id}`;
  const find = useEffectEvent(search);

  useEffect(() => {
    const abort = new AbortController();
    const timer = setTimeout(
      async () => {
        const found = await find(text.trim(), abort.signal).catch(() => []);
        if (abort.signal.aborted) return;
        setGroups(found.filter((group) => group.hits.length > 0));
        setAnswered(text);
        setActive(0);
      },
      text ? 120 : 0,
    );
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [text]);

  const showActive = useEffectEvent(() => {
    if (current) document.getElementById(hitId(current))?.scrollIntoView({ block: 'nearest' });
  });
  useEffect(() => {
    if (active >= 0) showActive();
  }, [active]);

  const open = (hit: Hit) => {
    onClose();
    onOpen(hit);
  };

  return (
    <>
      <div className={styles.paletteInput}>
        <SearchIcon size={18} />
        <input
          autoFocus
          role="combobox"
          aria-label={t('ui.palette.title')}
          aria-expanded={hits.length > 0}
          aria-controls={`${id}-list`}
          aria-autocomplete="list"
          aria-activedescendant={current ? hitId(current) : undefined}
          autoComplete="off"
          spellCheck={false}
          placeholder={t('ui.palette.placeholder')}
          value={text}
          onChange={(event) => setText(event.target.value)}
          onKeyDown={(event) => {
            // An input method is still composing; its Enter is not ours.
            if (event.nativeEvent.isComposing) return;
            if (event.key === 'ArrowDown') setActive((at) => Math.min(at + 1, hits.length - 1));
            else if (event.key === 'ArrowUp') setActive((at) => Math.max(at - 1, 0));
            else if (event.key === 'Enter' && current) open(current);
            else return;
            event.preventDefault();
          }}
        />
        <kbd>Esc</kbd>
      </div>
      <div className={styles.paletteList} role="listbox" id={`${id}-list`} aria-label={t('ui.palette.title')}>
        {groups.map((group) => (
          <div key={group.id} role="group" aria-labelledby={`${id}-${group.id}`}>
            <div className={styles.paletteGroup} id={`${id}-${group.id}`} role="presentation">
              {group.label}
            </div>
            {group.hits.map((hit) => {
              const Sign = hit.icon;
              return (
                <div
                  key={hit.id}
                  id={hitId(hit)}
                  role="option"
                  tabIndex={-1}
                  aria-selected={hit === current}
                  className={styles.hit}
                  onPointerMove={() => hit !== current && setActive(hits.indexOf(hit))}
                  onClick={() => open(hit)}
                  onKeyDown={() => undefined}
                >
                  {Sign && <Sign />}
                  <span className={styles.hitWords}>
                    {hit.label}
                    {hit.note && <span className={styles.hitNote}>{hit.note}</span>}
                  </span>
                  {hit.keys && <kbd>{hit.keys}</kbd>}
                </div>
              );
            })}
          </div>
        ))}
      </div>
      {hits.length === 0 && (
        <p className={overlay.nothing} role="status">
          {text.trim().length < 2 ? t('ui.palette.start') : answered === text ? t('ui.palette.empty', { text: text.trim() }) : t('ui.searching')}
        </p>
      )}
      <div className={styles.paletteFoot} aria-hidden="true">
        <span>
          <kbd>↑</kbd> <kbd>↓</kbd> {t('ui.palette.move')}
        </span>
        <span>
          <kbd>Enter</kbd> {t('ui.palette.open')}
        </span>
        <span>
          <kbd>Esc</kbd> {t('ui.palette.close')}
        </span>
      </div>
    </>
  );
}
