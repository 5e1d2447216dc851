import { useText } from '@firstfix/i18n';
import { useState, type ReactElement, type ReactNode } from 'react';
import {
  Dialog as AriaDialog,
  DialogTrigger,
  Heading,
  Modal,
  ModalOverlay,
  Popover as AriaPopover,
} from 'react-aria-components';
import { Button, IconButton, type ButtonKind } from './Button.tsx';
import { classes } from './classes.ts';
import { CloseIcon } from './icons/index.tsx';
import styles from './Overlay.module.css';

export interface DialogProps {
  title: string;
  children: ReactNode;
  /** The buttons. One primary at the end. */
  footer?: ReactNode;
  isOpen: boolean;
  onClose: () => void;
  size?: 'normal' | 'wide';
  /** Esc and a click beside it do not close: for text that would be lost, or for signing in again. */
  isSticky?: boolean;
  role?: 'dialog' | 'alertdialog';
}

export function Dialog({ title, children, footer, isOpen, onClose, size = 'normal', isSticky, role }: DialogProps) {
  const t = useText();
  return (
    <ModalOverlay
      className={styles.scrim}
      isOpen={isOpen}
      onOpenChange={(open) => !open && onClose()}
      isDismissable={!isSticky}
      isKeyboardDismissDisabled={isSticky}
    >
      <Modal className={classes(styles.dialogFrame, size === 'wide' && styles.wide)}>
        <AriaDialog className={styles.dialog} role={role}>
          <div className={styles.dialogHead}>
            <Heading slot="title" level={2} className={styles.dialogTitle}>
              {title}
            </Heading>
            {!isSticky && <IconButton icon={CloseIcon} label={t('common.close')} onPress={onClose} />}
          </div>
          <div className={styles.dialogBody}>{children}</div>
          {footer && <div className={styles.dialogFoot}>{footer}</div>}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}

export interface ConfirmDialogProps extends Omit<DialogProps, 'footer' | 'role'> {
  confirm: string;
  onConfirm: () => void;
  kind?: ButtonKind;
  isPending?: boolean;
}

/** Only where no undo is possible; otherwise act at once and offer undo in the toast. */
export function ConfirmDialog({ confirm, onConfirm, kind = 'primary', isPending, ...dialog }: ConfirmDialogProps) {
  const t = useText();
  return (
    <Dialog
      {...dialog}
      role="alertdialog"
      footer={
        <>
          <Button onPress={dialog.onClose}>{t('common.cancel')}</Button>
          <Button kind={kind} onPress={onConfirm} isPending={isPending} autoFocus>
            {confirm}
          </Button>
        </>
      }
    />
  );
}

export interface DrawerProps extends Omit<DialogProps, 'role'> {}

export function Drawer({ title, children, footer, isOpen, onClose, size = 'normal', isSticky }: DrawerProps) {
  const t = useText();
  return (
    <ModalOverlay
      className={styles.drawerScrim}
      isOpen={isOpen}
      onOpenChange={(open) => !open && onClose()}
      isDismissable={!isSticky}
      isKeyboardDismissDisabled={isSticky}
    >
      <Modal className={classes(styles.drawerFrame, size === 'wide' && styles.drawerWide)}>
        <AriaDialog className={styles.dialog}>
          <div className={styles.dialogHead}>
            <Heading slot="title" level={2} className={styles.dialogTitle}>
              {title}
            </Heading>
            <IconButton icon={CloseIcon} label={t('common.close')} onPress={onClose} />
          </div>
          <div className={styles.dialogBody}>{children}</div>
          {footer && <div className={styles.dialogFoot}>{footer}</div>}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}

export interface PopoverProps {
  trigger: ReactElement;
  label: string;
  children: ReactNode | ((close: () => void) => ReactNode);
  placement?: 'bottom start' | 'bottom end' | 'bottom' | 'right top' | 'top';
  isOpen?: boolean;
  onOpenChange?: (isOpen: boolean) => void;
}

export function Popover({ trigger, label, children, placement = 'bottom start', isOpen, onOpenChange }: PopoverProps) {
  const [ownOpen, setOwnOpen] = useState(false);
  const change = (open: boolean) => {
    setOwnOpen(open);
    onOpenChange?.(open);
  };
  return (
    <DialogTrigger isOpen={isOpen ?? ownOpen} onOpenChange={change}>
      {trigger}
      {/* The popover is the dialog itself, so that its hidden dismiss buttons lie inside a landmark. */}
      <AriaPopover className={classes(styles.popover, styles.popoverBody)} offset={4} placement={placement} aria-label={label}>
        {typeof children === 'function' ? children(() => change(false)) : children}
      </AriaPopover>
    </DialogTrigger>
  );
}
