import { call, ifMatch, useAction, type Schema } from '@firstfix/api';
import { useText } from '@firstfix/i18n';
import { Banner, Button, Card, ComboBox, EmptyState, ErrorState, IconButton, NumberField, Skeleton, toast } from '@firstfix/ui';
import { TrashIcon } from '@firstfix/ui/icons';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useName } from './data.ts';
import styles from './dispatch.module.css';

type VanView = Schema<'VanViewView'>;
type Line = Schema<'VanViewLine'>;

const vanQuery = (code: string) =>
  queryOptions({
    queryKey: ['van', code],
    queryFn: ({ signal }) => call<VanView>('GET', `/api/v1/engineers/${code}/van`, { signal }),
  });

/** What an engineer has along: whoever has the part a visit takes need not go by the depot. */
export function Van({ engineerCode }: { engineerCode: string }) {
  const t = useText();
  const van = useQuery(vanQuery(engineerCode));
  if (van.error) return <ErrorState error={van.error} onRetry={() => void van.refetch()} />;
  return (
    <Card title={t('dispatch.van')} count={van.data?.data.parts.length}>
      {!van.data ? (
        <Skeleton lines={3} height={18} />
      ) : van.data.data.actions.includes('MAINTAIN') ? (
        <Editor key={van.data.data.version} code={engineerCode} van={van.data.data} etag={van.data.etag} />
      ) : van.data.data.parts.length === 0 ? (
        <p className={styles.quiet}>{t('dispatch.vanEmpty')}</p>
      ) : (
        <ul className={styles.rows}>
          {van.data.data.parts.map((part) => (
            <li key={part.number} className={styles.row}>
              <PartName part={part} />
              {part.quantity}
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}

function PartName({ part }: { part: Line }) {
  const name = useName();
  return (
    <span className={styles.grow}>
      {name(part)} <span className={styles.quiet}>{part.number}</span>
    </span>
  );
}

function Editor({ code, van, etag }: { code: string; van: VanView; etag: string | null }) {
  const t = useText();
  const name = useName();
  const [parts, setParts] = useState(van.parts);
  const load = useAction({
    touches: [['van', code], ['candidates'], ['board']],
    run: () => call('PUT', `/api/v1/engineers/${code}/van`, { headers: ifMatch(etag), body: { parts: parts.map(({ number, quantity }) => ({ number, quantity })) } }),
    onSuccess: () => toast({ kind: 'success', text: t('dispatch.vanSaved') }),
  });
  const find = async (text: string, signal: AbortSignal) => {
    const { data } = await call<{ items: Omit<Line, 'quantity'>[] }>('GET', '/api/v1/parts', { query: { text, limit: 20 }, signal });
    const free = data.items.filter((part) => !parts.some((one) => one.number === part.number));
    found.splice(0, found.length, ...free);
    return free.map((part) => ({ id: part.number, label: `${name(part)} · ${part.number}` }));
  };
  const [found] = useState<Omit<Line, 'quantity'>[]>([]);
  const isChanged = JSON.stringify(parts) !== JSON.stringify(van.parts);
  return (
    <div className={styles.form}>
      {load.error && (
        <Banner kind="error" title={load.error.detail ?? load.error.title} isLive>
          {load.error.errors.map((error) => error.message).join(' ') || load.error.hint}
        </Banner>
      )}
      {parts.length === 0 ? (
        <EmptyState title={t('dispatch.vanEmpty')} text={t('dispatch.vanEmptyText')} />
      ) : (
        <ul className={styles.rows}>
          {parts.map((part) => (
            <li key={part.number} className={styles.row}>
              <PartName part={part} />
              <div className={styles.pieces}>
                <NumberField
                  label={t('dispatch.piecesOf', { part: part.number })}
                  hideLabel
                  value={part.quantity}
                  minValue={1}
                  maxValue={99}
                  onChange={(quantity) => setParts((before) => before.map((one) => (one.number === part.number ? { ...one, quantity: quantity ?? 1 } : one)))}
                />
              </div>
              <IconButton icon={TrashIcon} label={t('dispatch.takeOut', { part: part.number })} onPress={() => setParts((before) => before.filter((one) => one.number !== part.number))} />
            </li>
          ))}
        </ul>
      )}
      <ComboBox
        label={t('dispatch.putIn')}
        value={null}
        search={find}
        onChange={(chosen) => {
          const part = found.find((one) => one.number === chosen?.id);
          if (part) setParts((before) => [...before, { ...part, quantity: 1 }]);
        }}
      />
      <div>
        <Button kind="primary" isPending={load.isPending} isDisabled={!isChanged} onPress={() => load.mutate()}>
          {t('common.save')}
        </Button>
      </div>
    </div>
  );
}
