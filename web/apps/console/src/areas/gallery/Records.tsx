import { useText } from '@firstfix/i18n';
import { Button, Card, KeyValueList, PriorityMark, SectionHeader, SlaRing, StatusTag, Stepper, Tabs, Timeline, Tree } from '@firstfix/ui';
import { AssetIcon, BuildingIcon, EditIcon, MailIcon, PhoneIcon, PlusIcon, SendIcon } from '@firstfix/ui/icons';
import { useState } from 'react';
import styles from './gallery.module.css';

const ago = (minutes: number) => new Date(Date.now() - minutes * 60_000).toISOString();

export function Records() {
  const t = useText();
  const [tab, setTab] = useState('activity');
  const [node, setNode] = useState<string>('ups3');
  const steps = (['received', 'scheduled', 'travelling', 'onsite', 'done'] as const).map((id) => ({ id, label: t(`gallery.step.${id}`) }));
  return (
    <div className={styles.pair}>
      <Card
        title={t('gallery.record')}
        note={<StatusTag tone="onsite" />}
        actions={
          <Button icon={EditIcon} kind="quiet">
            {t('gallery.edit')}
          </Button>
        }
      >
        <Stepper steps={steps} current="onsite" />
        <div className={styles.stack}>
          <KeyValueList
            items={[
              { label: t('gallery.customer'), value: t('gallery.customerText') },
              { label: t('gallery.contract'), value: 'HT-2025-118' },
              { label: t('gallery.level'), value: <PriorityMark level={2} /> },
              { label: t('gallery.restore'), value: <SlaRing due={ago(-140)} start={ago(100)} /> },
              { label: t('gallery.note2'), value: null },
            ]}
          />
        </div>
        <div className={styles.stack}>
          <KeyValueList
            layout="columns"
            items={[
              { label: t('gallery.serial'), value: '2021-UPS-7F2A' },
              { label: t('gallery.window'), value: '10:00 – 12:00' },
            ]}
          />
        </div>
      </Card>
      <Card>
        <Tabs
          label={t('gallery.record')}
          value={tab}
          onChange={setTab}
          tabs={[
            {
              id: 'activity',
              label: t('gallery.activity'),
              count: 3,
              content: (
                <Timeline
                  moments={[
                    { id: '3', at: ago(2), icon: SendIcon, title: t('gallery.moment.dispatched') },
                    { id: '2', at: ago(26), icon: PhoneIcon, title: t('gallery.moment.call'), body: t('gallery.moment.callText'), kind: 'internal' },
                    { id: '1', at: ago(191), icon: MailIcon, title: t('gallery.moment.mail'), body: t('gallery.descriptionText'), kind: 'public' },
                  ]}
                />
              ),
            },
            {
              id: 'assets',
              label: t('gallery.assets'),
              count: 2,
              content: (
                <Tree
                  label={t('gallery.assets')}
                  selected={node}
                  onSelect={setNode}
                  defaultExpanded={['site', 'room']}
                  nodes={[
                    {
                      id: 'site',
                      label: t('gallery.site'),
                      icon: BuildingIcon,
                      children: [
                        {
                          id: 'room',
                          label: t('gallery.room'),
                          children: [
                            { id: 'ups3', label: 'UPS-3 · 7F2A', icon: AssetIcon, aside: <StatusTag tone="onsite" /> },
                            { id: 'ups4', label: 'UPS-4 · 7F2B', icon: AssetIcon },
                          ],
                        },
                      ],
                    },
                  ]}
                />
              ),
            },
            { id: 'track', label: t('gallery.track'), content: <Stepper steps={steps.map((step, at) => (at < 3 ? { ...step, note: '10:47' } : step))} current="onsite" orientation="vertical" /> },
            { id: 'off', label: t('gallery.disabled'), isDisabled: true },
          ]}
        />
        <SectionHeader
          title={t('gallery.section')}
          level={3}
          count={2}
          note={t('gallery.sectionNote')}
          actions={
            <Button icon={PlusIcon} kind="quiet">
              {t('gallery.add')}
            </Button>
          }
        />
      </Card>
    </div>
  );
}
