import { api, take, type DemoAccount } from '@firstfix/api';
import { languages, useLanguage, useText } from '@firstfix/i18n';
import { Avatar } from '@firstfix/ui';
import { CheckIcon } from '@firstfix/ui/icons';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { sessionQuery } from '../session/session.ts';
import { SignInForm } from '../session/SignInForm.tsx';
import { loginRoute } from '../shell/routes.tsx';
import { Mark } from '../shell/Mark.tsx';
import styles from './Login.module.css';

const ownNames = { 'zh-CN': '\u7b80\u4f53\u4e2d\u6587', en: 'English' } as const;

export function Login() {
  const t = useText();
  const router = useRouter();
  const queries = useQueryClient();
  const { next } = loginRoute.useSearch();
  const { language, setLanguage } = useLanguage();
  const [userName, setUserName] = useState('');
  const [password, setPassword] = useState('');
  const options = useQuery({ queryKey: ['sign-in-options'], queryFn: () => take(api.GET('/api/v1/sign-in-options')), staleTime: 60_000 });
  const accounts = options.data?.demoAccounts ?? [];

  useEffect(() => {
    document.title = `${t('login.title')} – ${t('common.product')}`;
  }, [t]);

  return (
    <div className={styles.login}>
      <aside className={styles.statement} aria-label={t('common.product')}>
        <div className={styles.brand}>
          <Mark size={30} />
          {t('common.product')}
        </div>
        <div>
          <p className={styles.claim}>{t('login.claim')}</p>
          <ul className={styles.points}>
            {(['login.point.one', 'login.point.two', 'login.point.three'] as const).map((key) => (
              <li key={key}>
                <CheckIcon />
                {t(key)}
              </li>
            ))}
          </ul>
        </div>
        <p className={styles.version}>{options.data && t('login.version', { version: options.data.version })}</p>
      </aside>
      <main className={styles.main}>
        <div className={styles.languages} role="group" aria-label={t('shell.language')}>
          {languages.map((one) => (
            <button key={one} type="button" lang={one} aria-pressed={one === language} onClick={() => void setLanguage(one)}>
              {ownNames[one]}
            </button>
          ))}
        </div>
        <div className={styles.column}>
          <h1 className={styles.title}>{t('login.title')}</h1>
          <SignInForm
            userName={userName}
            password={password}
            onUserName={setUserName}
            onPassword={setPassword}
            onSignedIn={(session) => {
              queries.setQueryData(sessionQuery.queryKey, session);
              router.history.push(next ?? '/');
            }}
          />
          {accounts.length > 0 && (
            <section className={styles.demo} aria-labelledby="demo-accounts">
              <h2 id="demo-accounts">{t('login.demo')}</h2>
              <p>{t('login.demoText')}</p>
              <ul>
                {accounts.map((account) => (
                  <li key={account.userName}>
                    <Account
                      account={account}
                      isChosen={account.userName === userName}
                      onChoose={() => {
                        setUserName(account.userName);
                        setPassword(account.password);
                      }}
                    />
                  </li>
                ))}
              </ul>
            </section>
          )}
        </div>
      </main>
    </div>
  );
}

function Account({ account, isChosen, onChoose }: { account: DemoAccount; isChosen: boolean; onChoose: () => void }) {
  const t = useText();
  return (
    <button type="button" className={styles.account} aria-pressed={isChosen} onClick={onChoose}>
      <Avatar name={account.displayName} size={28} />
      <span className={styles.accountWords}>
        <span>
          <strong>{account.displayName}</strong> <span className={styles.role}>{t(`login.role.${account.role}`)}</span>
        </span>
        {account.note && <span className={styles.accountNote}>{account.note}</span>}
      </span>
    </button>
  );
}
