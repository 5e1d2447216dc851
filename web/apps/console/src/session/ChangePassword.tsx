import { api, call, take, useAction } from '@firstfix/api';
import { useText } from '@firstfix/i18n';
import { Banner, Button, Dialog, TextField, toast } from '@firstfix/ui';
import { useState } from 'react';
import { sessionQuery } from './session.ts';
import styles from './session.module.css';

/** A password that somebody else chose is changed before anything else is done. */
export function ChangePassword() {
  const t = useText();
  const [oldPassword, setOldPassword] = useState('');
  const [newPassword, setNewPassword] = useState('');
  const change = useAction({
    touches: [sessionQuery.queryKey],
    run: () => call('PUT', '/api/v1/session/password', { body: { oldPassword, newPassword } }),
    onSuccess: () => toast({ kind: 'success', text: t('login.passwordChanged') }),
  });
  const leave = useAction({
    run: () => take(api.DELETE('/api/v1/session')),
    onSuccess: () => location.assign('/login'),
  });
  return (
    <Dialog
      title={t('login.changePassword')}
      isOpen
      onClose={() => undefined}
      isSticky
      footer={
        <>
          <Button isPending={leave.isPending} onPress={() => leave.mutate()}>
            {t('shell.signOut')}
          </Button>
          <Button kind="primary" type="submit" form="change-password" isPending={change.isPending}>
            {t('common.save')}
          </Button>
        </>
      }
    >
      <form
        id="change-password"
        className={styles.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          change.mutate();
        }}
      >
        <p>{t('login.changePasswordWhy')}</p>
        {change.error && change.error.errors.length === 0 && <Banner kind="error">{change.error.detail}</Banner>}
        <TextField label={t('login.oldPassword')} type="password" autoComplete="current-password" value={oldPassword} onChange={setOldPassword} error={change.error?.at('oldPassword')} isRequired autoFocus />
        <TextField label={t('login.newPassword')} type="password" autoComplete="new-password" value={newPassword} onChange={setNewPassword} error={change.error?.at('password') ?? change.error?.at('newPassword')} hint={t('login.newPasswordHint')} isRequired />
      </form>
    </Dialog>
  );
}
