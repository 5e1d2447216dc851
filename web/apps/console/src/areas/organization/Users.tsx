import { call, usePages } from '@firstfix/api';
import { DataGrid, type Column } from '@firstfix/grid';
import { useText } from '@firstfix/i18n';
import { Button, EmptyState, FilterBar, NoPermission, StatusTag, type FilterValues } from '@firstfix/ui';
import { PlusIcon } from '@firstfix/ui/icons';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { Page } from '../../shell/Page.tsx';
import { useCan } from '../../session/session.ts';
import { ExportMenu } from '../integration/ExportMenu.tsx';
import { useName, useRoles, type User } from './data.ts';
import { UserDrawer } from './UserDrawer.tsx';

/** Who may sign in, and as what. */
export function Users() {
  const t = useText();
  return useCan()('user.maintain') ? <List /> : <Page title={t('organization.users')}><NoPermission right="user.maintain" /></Page>;
}

function List() {
  const t = useText();
  const name = useName();
  const navigate = useNavigate();
  const search = useSearch({ from: '/signed-in/shell/admin/users' });
  const roles = useRoles();
  const [opened, setOpened] = useState<User | 'new' | null>(null);
  const users = usePages<User>(
    ['users', search],
    async (cursor, signal) => (await call<{ items: User[]; nextCursor: string | null }>('GET', '/api/v1/users', { query: { ...search, cursor }, signal })).data,
  );
  const roleName = useMemo(() => new Map((roles.data?.items ?? []).map((role) => [role.code, name(role)])), [roles.data, name]);
  const columns = useMemo<Column<User>[]>(
    () => [
      { id: 'name', header: t('organization.user.name'), cell: (user) => user.name, isRowHeader: true, width: 160 },
      { id: 'userName', header: t('organization.user.userName'), cell: (user) => user.userName, width: 170 },
      {
        id: 'roles',
        header: t('organization.user.roles'),
        cell: (user) => user.roles.map((grant) => roleName.get(grant.role) ?? grant.role).join(', '),
        text: (user) => user.roles.map((grant) => roleName.get(grant.role) ?? grant.role).join(', '),
        grows: true,
        width: 240,
      },
      { id: 'unit', header: t('organization.user.unit'), cell: (user) => name({ nameZh: user.orgUnitNameZh, nameEn: user.orgUnitNameEn }), width: 150 },
      { id: 'phone', header: t('organization.user.phone'), cell: (user) => user.phone, width: 140 },
      { id: 'email', header: t('organization.user.email'), cell: (user) => user.email, width: 210, isHiddenAtFirst: true },
      {
        id: 'active',
        header: t('organization.user.state'),
        cell: (user) => <StatusTag tone={user.active ? 'done' : 'cancelled'}>{t(user.active ? 'organization.user.active' : 'organization.user.inactive')}</StatusTag>,
        text: (user) => t(user.active ? 'organization.user.active' : 'organization.user.inactive'),
        width: 110,
      },
    ],
    [t, name, roleName],
  );
  const values: FilterValues = { role: search.role ? [search.role] : undefined, active: search.active ? [search.active] : undefined };
  const change = (next: { text?: string; role?: string; active?: string }) => void navigate({ to: '/admin/users', search: next, replace: true });
  return (
    <Page
      title={t('organization.users')}
      layout="fill"
      actions={
        <>
          <ExportMenu list="users" query={{ ...search }} />
          <Button kind="primary" icon={PlusIcon} onPress={() => setOpened('new')}>
            {t('organization.user.new')}
          </Button>
        </>
      }
      bar={
        <FilterBar
          search={{ label: t('organization.users.search'), value: search.text ?? '', onChange: (text) => change({ ...search, text: text || undefined }) }}
          values={values}
          onChange={(next) => change({ text: search.text, role: next.role?.[0], active: next.active?.[0] })}
          filters={[
            { id: 'role', label: t('organization.user.roles'), options: (roles.data?.items ?? []).map((role) => ({ id: role.code, label: name(role) })) },
            {
              id: 'active',
              label: t('organization.user.state'),
              options: [
                { id: 'true', label: t('organization.user.active') },
                { id: 'false', label: t('organization.user.inactive') },
              ],
            },
          ]}
        />
      }
    >
      <DataGrid
        label={t('organization.users')}
        name="users"
        source={users}
        columns={columns}
        rowId={(user) => user.userId}
        onOpen={setOpened}
        empty={<EmptyState title={t('organization.users.none')} action={<Button onPress={() => change({})}>{t('organization.users.showAll')}</Button>} />}
      />
      {opened && <UserDrawer key={opened === 'new' ? 'new' : opened.userId} user={opened === 'new' ? null : opened} onClose={() => setOpened(null)} />}
    </Page>
  );
}
