import { useText } from '@firstfix/i18n';
import {
  Card,
  Checkbox,
  ComboBox,
  DateTimeField,
  FileDrop,
  NumberField,
  RadioGroup,
  SearchField,
  Segmented,
  Select,
  SignatureBox,
  Switch,
  TextArea,
  TextField,
  type Option,
} from '@firstfix/ui';
import { PhoneIcon } from '@firstfix/ui/icons';
import { useState } from 'react';
import styles from './gallery.module.css';

export function Fields() {
  const t = useText();
  const [asset, setAsset] = useState<Option | null>(null);
  const [at, setAt] = useState<string | null>('2026-11-23T02:30:00Z');
  const [day, setDay] = useState<string | null>('2026-11-23');
  const [files, setFiles] = useState<File[]>([]);
  const [text, setText] = useState('');
  const [count, setCount] = useState<number | null>(90);
  const [view, setView] = useState('day');
  const levels: Option[] = [
    { id: 'none', label: t('gallery.impact.none') },
    { id: 'redundancy', label: t('gallery.impact.redundancy'), note: t('gallery.impact.redundancyNote') },
    { id: 'down', label: t('gallery.impact.down') },
  ];
  const assets: Option[] = [
    { id: '7F2A', label: 'UPS-3 · 200 kVA', note: 'SN 7F2A · B2-14' },
    { id: '7F2B', label: 'UPS-4 · 200 kVA', note: 'SN 7F2B · B2-15' },
    { id: '19C4', label: 'AC-07', note: 'SN 19C4 · B2' },
  ];
  return (
    <Card title={t('gallery.fields')}>
      <div className={styles.fields}>
        <TextField label={t('gallery.subject')} isRequired defaultValue={t('gallery.subjectText')} />
        <TextField label={t('gallery.phone')} icon={PhoneIcon} type="tel" placeholder="138 0000 0000" hint={t('gallery.phoneHint')} />
        <TextField label={t('gallery.serial')} defaultValue="7F2" error={t('gallery.serialError')} />
        <TextField label={t('gallery.disabled')} isDisabled defaultValue="HT-2025-118" />
        <NumberField label={t('gallery.duration')} value={count} onChange={setCount} minValue={0} step={15} unit="min" />
        <Select label={t('gallery.impact')} options={levels} defaultValue="redundancy" />
        <Select label={t('gallery.level')} options={levels} error={t('gallery.choose')} isRequired />
        <ComboBox
          label={t('gallery.asset')}
          value={asset}
          onChange={setAsset}
          search={async (words) => assets.filter((one) => `${one.label} ${one.note}`.toLowerCase().includes(words.toLowerCase()))}
          hint={t('gallery.assetHint')}
        />
        <DateTimeField label={t('gallery.appointment')} value={at} onChange={setAt} zone="Asia/Shanghai" />
        <DateTimeField label={t('gallery.until')} value={day} onChange={setDay} granularity="day" />
        <SearchField label={t('gallery.search')} value={text} onChange={setText} />
        <TextArea label={t('gallery.description')} defaultValue={t('gallery.descriptionText')} rows={3} />
        <div>
          <Checkbox defaultSelected>{t('gallery.checked')}</Checkbox>
          <Checkbox isIndeterminate>{t('gallery.some')}</Checkbox>
          <Checkbox>{t('gallery.unchecked')}</Checkbox>
          <Checkbox isDisabled>{t('gallery.disabled')}</Checkbox>
          <Checkbox error={t('gallery.choose')}>{t('gallery.consent')}</Checkbox>
        </div>
        <RadioGroup label={t('gallery.channel')} options={levels} defaultValue="down" />
        <div>
          <Switch defaultSelected>{t('gallery.switchOn')}</Switch>
          <Switch hint={t('gallery.switchHint')}>{t('gallery.switchOff')}</Switch>
          <Switch isDisabled>{t('gallery.disabled')}</Switch>
        </div>
        <Segmented
          label={t('gallery.view')}
          value={view}
          onChange={setView}
          options={[
            { id: 'hour', label: t('gallery.view.hour') },
            { id: 'day', label: t('gallery.view.day') },
            { id: 'week', label: t('gallery.view.week') },
          ]}
        />
      </div>
      <div className={`${styles.pair} ${styles.stack}`}>
        <FileDrop label={t('gallery.photos')} files={files} onChange={setFiles} accept={['image/*', '.pdf']} />
        <SignatureBox label={t('gallery.signature')} onChange={() => undefined} />
      </div>
    </Card>
  );
}
