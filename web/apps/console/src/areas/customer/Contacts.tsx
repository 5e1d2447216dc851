import { useText } from '@firstfix/i18n';
import { Button, Card, EmptyState, ErrorState, KeyValueList, Skeleton, StatusTag, Tree, type TreeNode } from '@firstfix/ui';
import { EditIcon, PlusIcon, UserIcon } from '@firstfix/ui/icons';
import { useState } from 'react';
import { AppLink } from '../../shell/AppLink.tsx';
import { ExportMenu } from '../integration/ExportMenu.tsx';
import { ContactForm } from './ContactForm.tsx';
import styles from './customer.module.css';
import { useContacts, type Contact, type Customer } from './data.ts';

/** The customer's people as their organisation chart, and one of them in full. */
export function Contacts({ customer, onAdd }: { customer: Customer; onAdd: () => void }) {
  const t = useText();
  const contacts = useContacts(customer.number);
  const [chosen, setChosen] = useState<string | null>(null);
  const [editing, setEditing] = useState(false);
  const people = contacts.data ?? [];
  const contact = people.find((one) => one.id === chosen) ?? people.find((one) => one.active) ?? people[0];
  const add = customer.actions.includes('register-contact') && (
    <Button icon={PlusIcon} onPress={onAdd}>
      {t('customer.newContact')}
    </Button>
  );
  if (contacts.isError || contacts.isPending || !contact) {
    return (
      <Card title={t('customer.contacts')} actions={add}>
        {contacts.isError ? <ErrorState error={contacts.error} onRetry={() => void contacts.refetch()} /> : contacts.isPending ? <Skeleton lines={4} /> : <EmptyState title={t('customer.noContacts')} />}
      </Card>
    );
  }
  return (
    <div className={styles.split}>
      <Card
        title={t('customer.chart')}
        actions={
          <>
            <ExportMenu list="contacts" query={{ account: customer.number }} />
            {add}
          </>
        }
      >
        <Tree label={t('customer.chart')} nodes={chart(people, (one) => t(`customer.position.${one.position}`), t('customer.left'))} selected={contact.id} onSelect={setChosen} defaultExpanded={people.map((one) => one.id)} />
      </Card>
      <Card
        title={contact.name}
        note={contact.jobTitle}
        actions={
          contact.actions.includes('change') && (
            <Button icon={EditIcon} onPress={() => setEditing(true)}>
              {t('customer.edit')}
            </Button>
          )
        }
      >
        <Person contact={contact} />
      </Card>
      {editing && <ContactForm account={customer.number} contact={contact} onClose={() => setEditing(false)} />}
    </div>
  );
}

export function Person({ contact }: { contact: Contact }) {
  const t = useText();
  return (
    <KeyValueList
      items={[
        ...(contact.active ? [] : [{ label: t('customer.state'), value: <StatusTag tone="cancelled">{t('customer.left')}</StatusTag> }]),
        { label: t('customer.field.position'), value: t(`customer.position.${contact.position}`) },
        { label: t('customer.field.decides'), value: contact.decides },
        { label: t('customer.field.reportsTo'), value: contact.reportsToName },
        { label: t('customer.field.mobile'), value: contact.mobile && <a href={`tel:${contact.mobile.replaceAll(' ', '')}`}>{contact.mobile}</a> },
        { label: t('customer.field.phone'), value: contact.phone },
        { label: t('customer.field.email'), value: contact.email && <a href={`mailto:${contact.email}`}>{contact.email}</a> },
        { label: t('customer.field.preferredChannel'), value: t(`customer.channel.${contact.preferredChannel}`) },
        { label: t('customer.field.site'), value: contact.siteNumber && <AppLink href={`/sites/${contact.siteNumber}`}>{contact.siteName}</AppLink> },
        { label: t('customer.language'), value: t(contact.language === 'en' ? 'customer.language.en' : 'customer.language.zh') },
        { label: t('customer.field.interests'), value: contact.interests },
      ]}
    />
  );
}

/** Whoever's superior is not among the people shown stands at the top. */
function chart(people: Contact[], position: (contact: Contact) => string, left: string): TreeNode[] {
  const nodes = new Map(
    people.map((one) => [
      one.id,
      {
        id: one.id,
        label: one.jobTitle ? `${one.name} · ${one.jobTitle}` : one.name,
        icon: UserIcon,
        aside: <span className={styles.muted}>{one.active ? position(one) : left}</span>,
        children: [] as TreeNode[],
      },
    ]),
  );
  const roots: TreeNode[] = [];
  for (const one of people) {
    const node = nodes.get(one.id);
    if (!node) continue;
    const superior = one.reportsTo ? nodes.get(one.reportsTo) : undefined;
    if (superior) superior.children.push(node);
    else roots.push(node);
  }
  return roots;
}
