import { call, useAction } from '@firstfix/api';
import { useText } from '@firstfix/i18n';
import { Banner, Button, Checkbox, Drawer, IconButton, Select, TextField, toast } from '@firstfix/ui';
import { PlusIcon, TrashIcon } from '@firstfix/ui/icons';
import { useState } from 'react';
import styles from './organization.module.css';
import { useName, useRoles, useUnits, type RoleGrant, type User } from './data.ts';

interface Draft {
  userName: string;
  password: string;
  name: string;
  phone: string;
  email: string;
  language: string;
  active: boolean;
  orgUnitCode: string;
  roles: RoleGrant[];
}

/** Takes somebody in, or changes what they may do. */
export function UserDrawer({ user, onClose }: { user: User | null; onClose: () => void }) {
  const t = useText();
  const name = useName();
  const roles = useRoles();
  const units = useUnits();
  const [draft, setDraft] = useState<Draft>(() =>
    user
      ? { ...user, password: '' }
      : { userName: '', password: '', name: '', phone: '', email: '', language: 'zh-CN', active: true, orgUnitCode: '', roles: [{ role: 'AGENT', orgUnitCode: '' }] },
  );
  const change = (part: Partial<Draft>) => setDraft((before) => ({ ...before, ...part }));
  const save = useAction({
    touches: [['users']],
    run: async (_: void, { headers }) => {
      const { userName, password, name: fullName, phone, email, language, active, orgUnitCode, roles: grants } = draft;
      if (!user) {
        await call('POST', '/api/v1/users', { headers, body: { userName, password, name: fullName, phone, email, language, orgUnitCode, roles: grants } });
        return;
      }
      await call('PUT', `/api/v1/users/${user.userId}`, {
        headers: { 'If-Match': `"${user.version}"` },
        body: { name: fullName, phone, email, language, active, roles: grants },
      });
      if (password) await call('PUT', `/api/v1/users/${user.userId}/password`, { body: { password } });
    },
    onSuccess: () => {
      toast({ text: t('organization.user.saved', { name: draft.name }) });
      onClose();
    },
  });
  const problem = save.error;
  const unitOptions = (units.data ?? []).map((unit) => ({ id: unit.code, label: `${' '.repeat(unit.depth * 2)}${name(unit)}` }));
  const roleOptions = (roles.data?.items ?? []).map((role) => ({ id: role.code, label: name(role) }));
  const setGrant = (position: number, part: Partial<RoleGrant>) =>
    change({ roles: draft.roles.map((grant, index) => (index === position ? { ...grant, ...part } : grant)) });
  return (
    <Drawer
      isOpen
      onClose={onClose}
      title={user ? user.name : t('organization.user.new')}
      footer={
        <>
          <Button onPress={onClose}>{t('common.cancel')}</Button>
          <Button kind="primary" isPending={save.isPending} onPress={() => save.mutate()}>
            {t('common.save')}
          </Button>
        </>
      }
    >
      <div className={styles.form}>
        {problem && <Banner kind="error" title={problem.detail ?? problem.title}>{problem.hint}</Banner>}
        <TextField label={t('organization.user.name')} value={draft.name} onChange={(value) => change({ name: value })} error={problem?.at('name')} isRequired autoFocus />
        {!user && (
          <>
            <TextField label={t('organization.user.userName')} value={draft.userName} onChange={(value) => change({ userName: value })} error={problem?.at('userName')} isRequired autoComplete="off" />
            <Select label={t('organization.user.unit')} options={unitOptions} value={draft.orgUnitCode || null} onChange={(value) => change({ orgUnitCode: value })} error={problem?.at('orgUnitCode')} isRequired />
          </>
        )}
        <TextField
          label={t(user ? 'organization.user.newPassword' : 'organization.user.password')}
          hint={t('organization.user.passwordHint')}
          type="password"
          value={draft.password}
          onChange={(value) => change({ password: value })}
          error={problem?.at('password')}
          isRequired={!user}
          autoComplete="new-password"
        />
        <div className={styles.pair}>
          <TextField label={t('organization.user.phone')} type="tel" value={draft.phone} onChange={(value) => change({ phone: value })} error={problem?.at('phone')} />
          <TextField label={t('organization.user.email')} type="email" value={draft.email} onChange={(value) => change({ email: value })} error={problem?.at('email')} />
        </div>
        <Select
          label={t('organization.user.language')}
          options={[
            { id: 'zh-CN', label: t('organization.language.zh') },
            { id: 'en', label: t('organization.language.en') },
          ]}
          value={draft.language}
          onChange={(value) => change({ language: value })}
        />
        <fieldset className={styles.grants}>
          <legend>{t('organization.user.roles')}</legend>
          {draft.roles.map((grant, position) => (
            <div className={styles.grant} key={`${position}:${draft.roles.length}`}>
              <Select label={t('organization.grant.role')} hideLabel options={roleOptions} value={grant.role} onChange={(value) => setGrant(position, { role: value })} />
              <Select label={t('organization.grant.unit')} hideLabel options={unitOptions} value={grant.orgUnitCode || null} onChange={(value) => setGrant(position, { orgUnitCode: value })} />
              <IconButton icon={TrashIcon} label={t('organization.grant.remove')} onPress={() => change({ roles: draft.roles.filter((_, index) => index !== position) })} />
            </div>
          ))}
          <Button icon={PlusIcon} onPress={() => change({ roles: [...draft.roles, { role: 'ENGINEER', orgUnitCode: draft.orgUnitCode }] })}>
            {t('organization.grant.add')}
          </Button>
        </fieldset>
        {user && (
          <Checkbox isSelected={draft.active} onChange={(active) => change({ active })}>
            {t('organization.user.maySignIn')}
          </Checkbox>
        )}
      </div>
    </Drawer>
  );
}
