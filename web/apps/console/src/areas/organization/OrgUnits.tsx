import { call, useAction } from '@firstfix/api';
import { useText } from '@firstfix/i18n';
import { Banner, Button, Card, Dialog, ErrorState, KeyValueList, Select, Skeleton, TextField, Tree, toast, type TreeNode } from '@firstfix/ui';
import { BuildingIcon, PlusIcon } from '@firstfix/ui/icons';
import { useMemo, useState } from 'react';
import { Page } from '../../shell/Page.tsx';
import styles from './organization.module.css';
import { useName, useUnits, type OrgUnit } from './data.ts';

const kinds = ['REGION', 'BRANCH', 'STATION'] as const;

/** The house as a tree; whoever has a role at a place sees what lies below it. */
export function OrgUnits() {
  const t = useText();
  const name = useName();
  const units = useUnits();
  const [chosen, setChosen] = useState<string | null>(null);
  const [adding, setAdding] = useState(false);
  const all = useMemo(() => units.data ?? [], [units.data]);
  const unit = all.find((one) => one.code === chosen) ?? all[0];
  const nodes = useMemo(() => asTree(all, name), [all, name]);
  return (
    <Page
      title={t('organization.units')}
      actions={
        <Button kind="primary" icon={PlusIcon} onPress={() => setAdding(true)} isDisabled={!unit}>
          {t('organization.unit.new')}
        </Button>
      }
    >
      {units.isError ? (
        <ErrorState error={units.error} onRetry={() => void units.refetch()} />
      ) : !unit ? (
        <Skeleton lines={6} />
      ) : (
        <div className={styles.split}>
          <Card>
            <Tree label={t('organization.units')} nodes={nodes} defaultExpanded={all.map((one) => one.code)} selected={unit.code} onSelect={setChosen} />
          </Card>
          <Card title={name(unit)}>
            <KeyValueList
              items={[
                { label: t('organization.unit.kind'), value: t(`organization.kind.${unit.kind}`) },
                { label: t('organization.unit.code'), value: unit.code },
                { label: t('organization.unit.nameZh'), value: unit.nameZh },
                { label: t('organization.unit.nameEn'), value: unit.nameEn },
                { label: t('organization.unit.zone'), value: unit.zone },
                { label: t('organization.unit.path'), value: unit.path },
              ]}
            />
          </Card>
        </div>
      )}
      {adding && unit && <UnitDialog parent={unit} onClose={() => setAdding(false)} onSaved={setChosen} />}
    </Page>
  );
}

function asTree(units: OrgUnit[], name: (unit: OrgUnit) => string): TreeNode[] {
  const byPath = new Map<string, TreeNode & { children: TreeNode[] }>();
  const roots: TreeNode[] = [];
  // Parents come before their children, as the server sends them.
  for (const unit of units) {
    const node = { id: unit.code, label: name(unit), icon: BuildingIcon, children: [] };
    byPath.set(unit.path, node);
    const parent = byPath.get(unit.path.slice(0, unit.path.lastIndexOf('.')));
    if (parent) parent.children.push(node);
    else roots.push(node);
  }
  return roots;
}

function UnitDialog({ parent, onClose, onSaved }: { parent: OrgUnit; onClose: () => void; onSaved: (code: string) => void }) {
  const t = useText();
  const name = useName();
  const [draft, setDraft] = useState({ code: '', kind: 'BRANCH', nameZh: '', nameEn: '', zone: parent.zone });
  const change = (part: Partial<typeof draft>) => setDraft((before) => ({ ...before, ...part }));
  const save = useAction({
    touches: [['org-units']],
    run: async (_: void, { headers }) => call('POST', '/api/v1/org-units', { headers, body: { ...draft, parentCode: parent.code } }),
    onSuccess: () => {
      toast({ text: t('organization.unit.saved', { name: draft.nameZh }) });
      onSaved(draft.code);
      onClose();
    },
  });
  const problem = save.error;
  return (
    <Dialog
      isOpen
      isSticky
      onClose={onClose}
      title={t('organization.unit.newBelow', { name: name(parent) })}
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
        <div className={styles.pair}>
          <TextField label={t('organization.unit.nameZh')} value={draft.nameZh} onChange={(nameZh) => change({ nameZh })} error={problem?.at('nameZh')} isRequired autoFocus />
          <TextField label={t('organization.unit.nameEn')} value={draft.nameEn} onChange={(nameEn) => change({ nameEn })} error={problem?.at('nameEn')} isRequired />
        </div>
        <TextField label={t('organization.unit.code')} hint={t('organization.unit.codeHint')} value={draft.code} onChange={(code) => change({ code })} error={problem?.at('code')} isRequired />
        <Select label={t('organization.unit.kind')} options={kinds.map((kind) => ({ id: kind, label: t(`organization.kind.${kind}`) }))} value={draft.kind} onChange={(kind) => change({ kind })} />
        <TextField label={t('organization.unit.zone')} value={draft.zone} onChange={(zone) => change({ zone })} error={problem?.at('zone')} isRequired />
      </div>
    </Dialog>
  );
}
