import { api, take, useAction } from '@firstfix/api';
import { useText } from '@firstfix/i18n';
import { Banner, Button, Card, ComboBox, Drawer, IconButton, NumberField, RadioGroup, TextField, toast } from '@firstfix/ui';
import { PartsIcon, PlusIcon, TrashIcon } from '@firstfix/ui/icons';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { completionQuery, findParts, useName, workOrderQuery, type Movement, type WorkOrder } from './data.ts';
import styles from './mobile.module.css';

type Kind = Movement['kind'];
const kinds: readonly Kind[] = ['USED', 'TAKEN_BACK', 'RETURNED_UNUSED', 'DEAD_ON_ARRIVAL'];

interface Form {
  part: { id: string; label: string } | null;
  kind: Kind;
  quantity: number | null;
  serial: string;
  /** Built in: the old part that came out, which goes back with the engineer. */
  oldSerial: string;
}

export function PartsCard({ order, canWrite }: { order: WorkOrder; canWrite: boolean }) {
  const t = useText();
  const name = useName();
  const queries = useQueryClient();
  const [form, setForm] = useState<Form | null>(null);
  const carried = order.prediction?.carriedParts ?? [];
  const done = (view: WorkOrder) => {
    queries.setQueryData(workOrderQuery(order.number).queryKey, view);
    void queries.invalidateQueries({ queryKey: completionQuery(order.number).queryKey });
  };
  const path = { number: order.number };
  const remove = useAction({
    run: (part: string) => take(api.DELETE('/api/v1/work-orders/{number}/parts/{part}', { params: { path: { ...path, part } } })) as Promise<WorkOrder>,
    onSuccess: done,
    onError: (problem) => toast({ kind: 'error', text: problem.detail ?? t('ui.error.unexpected') }),
  });
  const open = (part: { number: string; nameZh: string; nameEn: string } | null, kind: Kind) =>
    setForm({ part: part && { id: part.number, label: `${name(part)} ${part.number}` }, kind, quantity: 1, serial: '', oldSerial: '' });
  const untouched = carried.filter((part) => !order.parts.some((moved) => moved.partNumber === part.number));
  return (
    <Card className={styles.panel} title={t('mobile.parts')} count={order.parts.length || undefined}>
      <div className={styles.stack} id="place-DEAD_PART">
        {order.parts.length > 0 && (
          <ul className={styles.movements}>
            {order.parts.map((moved) => (
              <li key={moved.id}>
                <div className={styles.grows}>
                  <p>
                    {name(moved) || moved.partNumber}
                    {moved.quantity > 1 && ` × ${moved.quantity}`}
                  </p>
                  <p className={styles.note}>{[t(`mobile.part.${moved.kind}`), moved.partNumber, moved.serial && t('mobile.part.serialIs', { serial: moved.serial })].filter(Boolean).join(' · ')}</p>
                </div>
                {canWrite && <IconButton icon={TrashIcon} label={t('mobile.part.remove', { name: name(moved) })} isDisabled={remove.isPending} onPress={() => remove.mutate(moved.id)} />}
              </li>
            ))}
          </ul>
        )}
        {order.parts.length === 0 && !canWrite && <p className={styles.note}>{t('mobile.parts.none')}</p>}
        {canWrite &&
          untouched.map((part) => (
            <div key={part.number} className={styles.carried}>
              <p className={styles.fact}>
                <PartsIcon size={18} />
                <span>
                  {name(part)} <span className={styles.note}>{part.number}</span>
                </span>
              </p>
              <div className={styles.cardActions}>
                <Button className={styles.grows} onPress={() => open(part, 'USED')}>
                  {t('mobile.part.USED')}
                </Button>
                <Button className={styles.grows} onPress={() => open(part, 'RETURNED_UNUSED')}>
                  {t('mobile.part.RETURNED_UNUSED')}
                </Button>
              </div>
            </div>
          ))}
        {canWrite && (
          <Button icon={PlusIcon} onPress={() => open(null, 'USED')}>
            {t('mobile.part.other')}
          </Button>
        )}
      </div>
      {form && <PartForm order={order} start={form} onClose={() => setForm(null)} onSaved={done} />}
    </Card>
  );
}

function PartForm({ order, start, onClose, onSaved }: { order: WorkOrder; start: Form; onClose: () => void; onSaved: (view: WorkOrder) => void }) {
  const t = useText();
  const name = useName();
  const [form, setForm] = useState(start);
  const change = (part: Partial<Form>) => setForm((before) => ({ ...before, ...part }));
  const record = (kind: Kind, serial: string, headers: Record<string, string>) =>
    take(
      api.POST('/api/v1/work-orders/{number}/parts', {
        params: { path: { number: order.number } },
        headers,
        body: { kind, partNumber: form.part?.id ?? '', quantity: form.quantity ?? 1, serial },
      }),
    ) as Promise<WorkOrder>;
  const [isInserted, setInserted] = useState(false);
  const [secondKey] = useState(() => crypto.randomUUID());
  const save = useAction({
    run: async (sent: Form, { headers }) => {
      let view = isInserted ? null : await record(sent.kind, sent.serial, headers);
      // Two things happened; when only the first reached the server, the next try sends the second alone.
      setInserted(true);
      if (sent.kind === 'USED' && sent.oldSerial.trim()) view = await record('TAKEN_BACK', sent.oldSerial, { 'Idempotency-Key': secondKey });
      return view;
    },
    onSuccess: (view) => {
      if (view) onSaved(view);
      onClose();
    },
  });
  const problem = save.error;
  const isReady = form.part !== null && form.quantity !== null;
  return (
    <Drawer
      isOpen
      onClose={onClose}
      title={t('mobile.part.title')}
      footer={
        <>
          <Button onPress={onClose}>{t('common.cancel')}</Button>
          <Button kind="primary" className={styles.grows} isDisabled={!isReady} isPending={save.isPending} onPress={() => save.mutate(form)}>
            {t('common.save')}
          </Button>
        </>
      }
    >
      <div className={styles.stack}>
        {problem && (
          <Banner kind="error" isLive title={problem.isNetwork ? t('ui.error.network') : (problem.detail ?? problem.title)}>
            {problem.hint}
          </Banner>
        )}
        <ComboBox
          label={t('mobile.part.part')}
          minimum={0}
          isRequired
          value={form.part}
          onChange={(part) => change({ part })}
          error={problem?.at('partNumber')}
          search={async (text, signal) => (await findParts(text, order.machine?.family, signal)).map((part) => ({ id: part.number, label: `${name(part)} ${part.number}` }))}
        />
        <RadioGroup className={styles.radios} label={t('mobile.part.kind')} value={form.kind} onChange={(kind) => change({ kind: kind as Kind })} options={kinds.map((kind) => ({ id: kind, label: t(`mobile.part.${kind}`) }))} />
        <NumberField label={t('mobile.part.quantity')} value={form.quantity} minValue={1} maxValue={99} onChange={(quantity) => change({ quantity })} error={problem?.at('quantity')} />
        <TextField label={t(form.kind === 'USED' ? 'mobile.part.newSerial' : 'mobile.part.serial')} value={form.serial} maxLength={60} autoComplete="off" onChange={(serial) => change({ serial })} error={problem?.at('serial')} />
        {form.kind === 'USED' && <TextField label={t('mobile.part.oldSerial')} hint={t('mobile.part.oldSerialHint')} value={form.oldSerial} maxLength={60} autoComplete="off" onChange={(oldSerial) => change({ oldSerial })} />}
      </div>
    </Drawer>
  );
}
