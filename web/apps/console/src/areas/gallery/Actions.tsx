import { useText } from '@firstfix/i18n';
import {
  Avatar,
  Button,
  ButtonLink,
  Card,
  ConfirmDialog,
  ConflictDialog,
  Dialog,
  Drawer,
  IconButton,
  Menu,
  Popover,
  PriorityMark,
  SlaRing,
  SplitButton,
  StatusTag,
  TextArea,
  toast,
  tones,
  Tooltip,
  type Priority,
  type Tone,
} from '@firstfix/ui';
import * as icons from '@firstfix/ui/icons';
import { useState } from 'react';
import styles from './gallery.module.css';

const { BellIcon, CopyIcon, EditIcon, PlusIcon, SendIcon, TrashIcon } = icons;
const minutes = (count: number) => new Date(Date.now() + count * 60_000).toISOString();

export function Actions() {
  const t = useText();
  const [open, setOpen] = useState<'dialog' | 'confirm' | 'drawer' | 'conflict' | null>(null);
  const [pinned, setPinned] = useState(false);
  const close = () => setOpen(null);
  return (
    <>
      <div className={styles.pair}>
        <Card title={t('gallery.buttons')}>
          <div className={styles.line}>
            <Button kind="primary" keys="Ctrl ↵">
              {t('common.save')}
            </Button>
            <Button>{t('common.cancel')}</Button>
            <Button kind="quiet" icon={EditIcon}>
              {t('gallery.edit')}
            </Button>
            <Button kind="danger" icon={TrashIcon} onPress={() => setOpen('confirm')}>
              {t('gallery.remove')}
            </Button>
          </div>
          <div className={styles.line}>
            <Button kind="primary" isPending>
              {t('common.save')}
            </Button>
            <Button isDisabled>{t('gallery.disabled')}</Button>
            <SplitButton
              kind="primary"
              icon={SendIcon}
              entries={[
                { id: 'wait', label: t('gallery.saveWait') },
                { id: 'close', label: t('gallery.saveClose') },
              ]}
              onEntry={() => toast({ kind: 'success', text: t('gallery.saved') })}
            >
              {t('gallery.dispatch')}
            </SplitButton>
            <ButtonLink href="/admin/ui">{t('gallery.link')}</ButtonLink>
          </div>
          <div className={styles.line}>
            <IconButton icon={CopyIcon} label={t('gallery.copy')} keys="Ctrl C" />
            <IconButton icon={BellIcon} label={t('gallery.watch')} isOn={pinned} onPress={() => setPinned(!pinned)} />
            <IconButton icon={PlusIcon} label={t('gallery.add')} outlined />
            <IconButton icon={TrashIcon} label={t('gallery.remove')} isDisabled />
          </div>
        </Card>
        <Card title={t('gallery.overlays')}>
          <div className={styles.line}>
            <Button onPress={() => setOpen('dialog')}>{t('gallery.dialog')}</Button>
            <Button onPress={() => setOpen('drawer')}>{t('gallery.drawer')}</Button>
            <Button onPress={() => setOpen('conflict')}>{t('gallery.conflict')}</Button>
            <Menu
              label={t('gallery.menu')}
              entries={[
                { id: 'edit', label: t('gallery.edit'), icon: EditIcon, keys: 'E' },
                { id: 'copy', label: t('gallery.copy'), icon: CopyIcon, note: t('gallery.copyNote') },
                { id: 'off', label: t('gallery.disabled'), isDisabled: true },
                { id: 'remove', label: t('gallery.remove'), icon: TrashIcon, isDanger: true },
              ]}
              trigger={<Button>{t('gallery.menu')}</Button>}
            />
            <Popover label={t('gallery.popover')} trigger={<Button>{t('gallery.popover')}</Button>}>
              {t('gallery.popoverText')}
            </Popover>
            <Tooltip text={t('gallery.tooltipText')}>
              <Button kind="quiet">{t('gallery.tooltip')}</Button>
            </Tooltip>
          </div>
          <div className={styles.line}>
            <Button onPress={() => toast({ text: t('gallery.toastInfo') })}>{t('gallery.toast')}</Button>
            <Button onPress={() => toast({ kind: 'success', text: t('gallery.saved'), onUndo: () => toast({ text: t('gallery.undone') }) })}>{t('gallery.toastUndo')}</Button>
            <Button onPress={() => toast({ kind: 'error', text: t('gallery.toastFailed'), action: { label: t('common.retry'), run: () => undefined } })}>{t('gallery.toastError')}</Button>
          </div>
        </Card>
      </div>
      <Card title={t('gallery.states')}>
        <div className={styles.line}>
          {(Object.keys(tones) as Tone[]).map((tone) => (
            <StatusTag key={tone} tone={tone} />
          ))}
          <StatusTag tone="waiting">{t('gallery.waitingParts')}</StatusTag>
          <StatusTag tone="done" isPlain />
        </div>
        <div className={styles.line}>
          {([1, 2, 3, 4] as Priority[]).map((level) => (
            <PriorityMark key={level} level={level} />
          ))}
          <SlaRing due={minutes(239)} start={minutes(-1)} />
          <SlaRing due={minutes(125)} start={minutes(-115)} />
          <SlaRing due={minutes(48)} start={minutes(-192)} />
          <SlaRing due={minutes(-34)} start={minutes(-274)} />
          <SlaRing due={minutes(60)} state="met" />
          <SlaRing due={minutes(60)} state="paused" />
          <Avatar name={t('gallery.person')} presence="online" presenceLabel={t('gallery.online')} />
          <Avatar name={t('gallery.personTwo')} size={32} presence="away" presenceLabel={t('gallery.away')} />
          <Avatar name={t('gallery.person')} size={40} presence="offline" presenceLabel={t('gallery.offline')} />
        </div>
      </Card>
      <Card title={t('gallery.icons')}>
        <div className={styles.line}>
          {Object.entries(icons).map(([name, Sign]) => (
            <Sign key={name} size={18} title={name.replace('Icon', '')} />
          ))}
        </div>
      </Card>
      <Dialog
        title={t('gallery.dialog')}
        isOpen={open === 'dialog'}
        onClose={close}
        footer={
          <>
            <Button onPress={close}>{t('common.cancel')}</Button>
            <Button kind="primary" onPress={close}>
              {t('common.save')}
            </Button>
          </>
        }
      >
        <TextArea label={t('gallery.description')} defaultValue={t('gallery.descriptionText')} />
      </Dialog>
      <Drawer title={t('gallery.drawer')} isOpen={open === 'drawer'} onClose={close}>
        <p>{t('gallery.panelText')}</p>
      </Drawer>
      <ConfirmDialog title={t('gallery.remove')} isOpen={open === 'confirm'} onClose={close} onConfirm={close} confirm={t('gallery.remove')} kind="danger">
        {t('gallery.removeText')}
      </ConfirmDialog>
      <ConflictDialog
        isOpen={open === 'conflict'}
        by={{ name: t('gallery.person'), at: minutes(-4) }}
        fields={[
          { field: 'window', label: t('gallery.window'), mine: '10:00 – 12:00', theirs: '13:00 – 15:00', preselect: 'theirs' },
          { field: 'description', label: t('gallery.description'), mine: t('gallery.descriptionText'), theirs: '' },
        ]}
        onResolve={close}
        onClose={close}
      />
    </>
  );
}
