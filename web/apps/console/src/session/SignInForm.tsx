import { api, isProblem, take, type ProblemError, type Session } from '@firstfix/api';
import { useDurations, useText } from '@firstfix/i18n';
import { Banner, Button, TextField } from '@firstfix/ui';
import { useEffect, useState } from 'react';
import styles from './session.module.css';

interface SignInFormProps {
  userName: string;
  password: string;
  onUserName: (userName: string) => void;
  onPassword: (password: string) => void;
  /** The name stands when a session is taken up again: another person's work must not appear under this page. */
  isNameFixed?: boolean;
  onSignedIn: (session: Session) => void;
}

export function SignInForm({ userName, password, onUserName, onPassword, isNameFixed, onSignedIn }: SignInFormProps) {
  const t = useText();
  const durations = useDurations();
  const [problem, setProblem] = useState<ProblemError | null>(null);
  const [isPending, setPending] = useState(false);
  const [missing, setMissing] = useState<{ userName?: boolean; password?: boolean }>({});
  const [wait, setWait] = useState(0);

  useEffect(() => {
    if (wait <= 0) return undefined;
    const timer = setTimeout(() => setWait(wait - 1), 1000);
    return () => clearTimeout(timer);
  }, [wait]);

  const submit = async () => {
    const lacks = { userName: !userName.trim(), password: !password };
    setMissing(lacks);
    if (lacks.userName || lacks.password) return;
    setPending(true);
    setProblem(null);
    try {
      onSignedIn(await take(api.POST('/api/v1/session', { body: { userName: userName.trim(), password } })));
    } catch (caught) {
      if (!isProblem(caught)) throw caught;
      setProblem(caught);
      setWait(caught.status === 429 ? (caught.retryAfter ?? 30) : 0);
    } finally {
      setPending(false);
    }
  };

  const words =
    problem === null
      ? null
      : problem.code === 'platform.sign-in-refused'
        ? t('login.refused')
        : problem.status === 429
          ? wait > 0
            ? t('login.throttled', { time: durations.full(wait) })
            : null
          : problem.isNetwork
            ? t('login.unreachable')
            : (problem.detail ?? problem.title);

  return (
    <form
      className={styles.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      {words && (
        <Banner kind={problem?.status === 429 ? 'warning' : 'error'} isLive>
          {words}
        </Banner>
      )}
      <TextField
        label={t('login.userName')}
        name="username"
        autoComplete="username"
        value={userName}
        onChange={onUserName}
        isReadOnly={isNameFixed}
        autoFocus={!isNameFixed}
        error={missing.userName && !userName.trim() ? t('login.userNameMissing') : undefined}
      />
      <TextField
        label={t('login.password')}
        name="password"
        type="password"
        autoComplete="current-password"
        value={password}
        onChange={onPassword}
        autoFocus={isNameFixed}
        error={missing.password && !password ? t('login.passwordMissing') : undefined}
      />
      <Button kind="primary" type="submit" isPending={isPending} isDisabled={wait > 0} className={styles.submit}>
        {t('login.signIn')}
      </Button>
    </form>
  );
}
