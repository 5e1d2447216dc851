import { call, useAction } from '@firstfix/api';
import { useText } from '@firstfix/i18n';
import { Banner, Button, Card, Checkbox, Dialog, ErrorState, Skeleton, TextField, Tree, toast } from '@firstfix/ui';
import { CheckIcon, CopyIcon, LockIcon, MinusIcon, UsersIcon } from '@firstfix/ui/icons';
import { useMemo, useState } from 'react';
import { Page } from '../../shell/Page.tsx';
import { useSession } from '../../session/session.ts';
import styles from './organization.module.css';
import { useName, useRoles, type Role } from './data.ts';

/** What each role may do. Built-in roles are fixed; an organisation makes its own from the same permissions. */
export function Roles() {
  const t = useText();
  const name = useName();
  const roles = useRoles();
  const session = useSession();
  const [chosen, setChosen] = useState<string | null>(null);
  const [copying, setCopying] = useState<Role | null>(null);
  const items = roles.data?.items ?? [];
  const role = items.find((one) => one.code === chosen) ?? items[0];
  const mayDefine = session.permissions.includes('role.maintain');
  return (
    <Page title={t('organization.roles')}>
      {roles.isError ? (
        <ErrorState error={roles.error} onRetry={() => void roles.refetch()} />
      ) : !role ? (
        <Skeleton lines={8} />
      ) : (
        <div className={styles.split}>
          <Card title={t('organization.roles')}>
            <Tree
              label={t('organization.roles')}
              selected={role.code}
              onSelect={setChosen}
              nodes={items.map((one) => ({ id: one.code, label: name(one), icon: one.builtIn ? LockIcon : UsersIcon, aside: one.permissions.length }))}
            />
          </Card>
          <Card
            title={name(role)}
            note={t(role.builtIn ? 'organization.role.builtIn' : 'organization.role.own')}
            actions={
              mayDefine && (
                <Button icon={CopyIcon} onPress={() => setCopying(role)}>
                  {t(role.builtIn ? 'organization.role.copy' : 'organization.role.change')}
                </Button>
              )
            }
          >
            <PermissionList held={role.permissions} all={roles.data?.permissions ?? []} />
          </Card>
        </div>
      )}
      {copying && <RoleDialog from={copying} all={roles.data?.permissions ?? []} onClose={() => setCopying(null)} onSaved={setChosen} />}
    </Page>
  );
}

/** `case.open` belongs to the subject `case`. */
function useSubjects(all: readonly string[]) {
  return useMemo(() => {
    const subjects = new Map<string, string[]>();
    for (const permission of [...all].sort()) {
      const subject = permission.split('.')[0] ?? permission;
      subjects.set(subject, [...(subjects.get(subject) ?? []), permission]);
    }
    return [...subjects];
  }, [all]);
}

function PermissionList({ held, all }: { held: readonly string[]; all: readonly string[] }) {
  const t = useText();
  const subjects = useSubjects(all);
  return (
    <div className={styles.permissions}>
      {subjects.map(([subject, permissions]) => (
        <div role="group" key={subject} aria-label={t(`organization.subject.${subject}`)}>
          <h3 className={styles.subject}>{t(`organization.subject.${subject}`)}</h3>
          <ul>
            {permissions.map((permission) => {
              const has = held.includes(permission);
              return (
                <li key={permission} className={styles.permission} data-held={has}>
                  {has ? <CheckIcon size={14} /> : <MinusIcon size={14} />}
                  <span title={permission}>{t(`organization.permission.${permission}`)}</span>
                  <span className="visually-hidden">{t(has ? 'organization.role.may' : 'organization.role.mayNot')}</span>
                </li>
              );
            })}
          </ul>
        </div>
      ))}
    </div>
  );
}

function RoleDialog({ from, all, onClose, onSaved }: { from: Role; all: readonly string[]; onClose: () => void; onSaved: (code: string) => void }) {
  const t = useText();
  const subjects = useSubjects(all);
  const [code, setCode] = useState(from.builtIn ? '' : from.code);
  const [nameZh, setNameZh] = useState(from.builtIn ? '' : from.nameZh);
  const [nameEn, setNameEn] = useState(from.builtIn ? '' : from.nameEn);
  const [held, setHeld] = useState<ReadonlySet<string>>(new Set(from.permissions));
  const save = useAction({
    touches: [['roles']],
    run: () => call('PUT', `/api/v1/roles/${encodeURIComponent(code)}`, { body: { nameZh, nameEn, permissions: [...held] } }),
    onSuccess: () => {
      toast({ text: t('organization.role.saved', { code }) });
      onSaved(code);
      onClose();
    },
  });
  const toggle = (permission: string, on: boolean) => {
    const next = new Set(held);
    if (on) next.add(permission);
    else next.delete(permission);
    setHeld(next);
  };
  return (
    <Dialog
      isOpen
      size="wide"
      isSticky
      onClose={onClose}
      title={t(from.builtIn ? 'organization.role.copy' : 'organization.role.change')}
      footer={
        <>
          <Button onPress={onClose}>{t('common.cancel')}</Button>
          <Button kind="primary" isPending={save.isPending} isDisabled={!code || !nameZh || !nameEn} onPress={() => save.mutate()}>
            {t('common.save')}
          </Button>
        </>
      }
    >
      <div className={styles.form}>
        {save.error && <Banner kind="error" title={save.error.detail ?? save.error.title}>{save.error.hint}</Banner>}
        <TextField label={t('organization.role.code')} hint={t('organization.role.codeHint')} value={code} onChange={(value) => setCode(value.toUpperCase())} isReadOnly={!from.builtIn} isRequired autoFocus />
        <div className={styles.pair}>
          <TextField label={t('organization.role.nameZh')} value={nameZh} onChange={setNameZh} isRequired />
          <TextField label={t('organization.role.nameEn')} value={nameEn} onChange={setNameEn} isRequired />
        </div>
        <div className={styles.permissions}>
          {subjects.map(([subject, permissions]) => (
            <fieldset key={subject} className={styles.grants}>
              <legend>{t(`organization.subject.${subject}`)}</legend>
              {permissions.map((permission) => (
                <Checkbox key={permission} isSelected={held.has(permission)} onChange={(on) => toggle(permission, on)}>
                  {t(`organization.permission.${permission}`)}
                </Checkbox>
              ))}
            </fieldset>
          ))}
        </div>
      </div>
    </Dialog>
  );
}
