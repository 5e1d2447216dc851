import { useText } from '@firstfix/i18n';
import { useEffect, useEffectEvent, useId, useRef, useState } from 'react';
import SignaturePad, { type PointGroup } from 'signature_pad';
import { Button } from './Button.tsx';
import { Segmented } from './Choice.tsx';
import { TextField } from './Field.tsx';
import field from './Field.module.css';
import styles from './Feedback.module.css';

/** Strokes are kept as vectors besides the picture: they prove more and can be drawn again at any size. */
export type Signature = { kind: 'drawn'; strokes: PointGroup[]; picture: string } | { kind: 'typed'; name: string };

export interface SignatureBoxProps {
  label: string;
  onChange: (signature: Signature | null) => void;
}

export function SignatureBox({ label, onChange }: SignatureBoxProps) {
  const t = useText();
  const id = useId();
  const [mode, setMode] = useState('drawn');
  const [name, setName] = useState('');
  const canvas = useRef<HTMLCanvasElement>(null);
  const pad = useRef<SignaturePad | null>(null);
  const report = useEffectEvent((signature: Signature | null) => onChange(signature));

  useEffect(() => {
    const element = canvas.current;
    if (mode !== 'drawn' || !element) return undefined;
    const made = new SignaturePad(element, { penColor: '#1b2130', minWidth: 0.8, maxWidth: 2.4 });
    pad.current = made;
    const ended = () => report({ kind: 'drawn', strokes: made.toData(), picture: made.toDataURL('image/png') });
    made.addEventListener('endStroke', ended);
    const fit = new ResizeObserver(() => {
      const ratio = Math.max(devicePixelRatio, 1);
      const strokes = made.toData();
      element.width = element.offsetWidth * ratio;
      element.height = element.offsetHeight * ratio;
      element.getContext('2d')?.scale(ratio, ratio);
      // Resizing empties a canvas; turning the phone must not cost the signature.
      made.fromData(strokes);
    });
    fit.observe(element);
    return () => {
      fit.disconnect();
      made.off();
      pad.current = null;
    };
  }, [mode]);

  return (
    <div className={styles.signature} role="group" aria-labelledby={id}>
      <div className={styles.signatureHead}>
        <span className={field.label} id={id}>
          {label}
        </span>
        <Segmented
          label={t('ui.signature.mode')}
          value={mode}
          onChange={(next) => {
            setMode(next);
            onChange(next === 'typed' && name.trim() ? { kind: 'typed', name: name.trim() } : null);
          }}
          options={[
            { id: 'drawn', label: t('ui.signature.draw') },
            { id: 'typed', label: t('ui.signature.type') },
          ]}
        />
      </div>
      {mode === 'drawn' ? (
        <>
          <div className={styles.signatureArea}>
            <canvas ref={canvas} role="img" aria-label={t('ui.signature.area')} />
          </div>
          <div className={styles.signatureHead}>
            <span className={field.hint}>{t('ui.signature.hint')}</span>
            <Button
              kind="quiet"
              onPress={() => {
                pad.current?.clear();
                onChange(null);
              }}
            >
              {t('ui.signature.clear')}
            </Button>
          </div>
        </>
      ) : (
        <>
          <div className={styles.signatureTyped}>{name}</div>
          <TextField
            label={t('ui.signature.name')}
            value={name}
            autoComplete="name"
            onChange={(next) => {
              setName(next);
              onChange(next.trim() ? { kind: 'typed', name: next.trim() } : null);
            }}
          />
        </>
      )}
    </div>
  );
}
