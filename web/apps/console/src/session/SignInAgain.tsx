import { onSessionLost } from '@firstfix/api';
import { useText } from '@firstfix/i18n';
import { Button, Dialog } from '@firstfix/ui';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { SignInForm } from './SignInForm.tsx';
import { sessionQuery, useSession } from './session.ts';

/** The session ended while somebody worked: he signs in over his page and goes on with everything he typed. */
export function SignInAgain() {
  const t = useText();
  const queries = useQueryClient();
  const session = useSession();
  const [answer, setAnswer] = useState<((signedIn: boolean) => void) | null>(null);
  const [password, setPassword] = useState('');

  useEffect(
    () =>
      onSessionLost(
        () =>
          new Promise<boolean>((resolve) => {
            setAnswer(() => resolve);
          }),
      ),
    [],
  );

  const close = (signedIn: boolean) => {
    setPassword('');
    answer?.(signedIn);
    setAnswer(null);
  };

  return (
    <Dialog
      title={t('login.again')}
      isOpen={answer !== null}
      onClose={() => close(false)}
      isSticky
      footer={
        <Button
          kind="quiet"
          onPress={() => {
            close(false);
            location.assign('/login');
          }}
        >
          {t('login.otherUser')}
        </Button>
      }
    >
      <p>{t('login.againText')}</p>
      <SignInForm
        userName={session.userName}
        password={password}
        onUserName={() => undefined}
        onPassword={setPassword}
        isNameFixed
        onSignedIn={(next) => {
          queries.setQueryData(sessionQuery.queryKey, next);
          close(true);
        }}
      />
    </Dialog>
  );
}
