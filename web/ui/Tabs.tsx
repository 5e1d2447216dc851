import type { ReactNode } from 'react';
import { Tab, TabList, TabPanel, Tabs as AriaTabs } from 'react-aria-components';
import styles from './Layout.module.css';

export interface TabEntry {
  id: string;
  label: ReactNode;
  count?: number;
  content?: ReactNode;
  href?: string;
  isDisabled?: boolean;
}

export interface TabsProps {
  label: string;
  tabs: TabEntry[];
  value?: string;
  onChange?: (id: string) => void;
}

export function Tabs({ label, tabs, value, onChange }: TabsProps) {
  return (
    <AriaTabs className={styles.tabs} selectedKey={value} onSelectionChange={(key) => onChange?.(String(key))} keyboardActivation="manual">
      <TabList className={styles.tabList} aria-label={label}>
        {tabs.map((tab) => (
          <Tab key={tab.id} id={tab.id} href={tab.href} isDisabled={tab.isDisabled} className={styles.tab}>
            {tab.label}
            {tab.count !== undefined && <span className={styles.count}>{tab.count}</span>}
          </Tab>
        ))}
      </TabList>
      {tabs.map((tab) => (
        <TabPanel key={tab.id} id={tab.id} className={styles.panel}>
          {tab.content}
        </TabPanel>
      ))}
    </AriaTabs>
  );
}
