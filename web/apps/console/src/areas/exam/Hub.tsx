import { useText } from '@firstfix/i18n';
import { NoPermission, Tabs } from '@firstfix/ui';
import { useRouter } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { Page, useCan } from '../../index.ts';

const places = { exams: '/exams', lessons: '/exams/lessons', questions: '/exams/questions', grading: '/exams/grading', engineers: '/exams/engineers' } as const;

interface HubProps {
  at: keyof typeof places;
  actions?: ReactNode;
  /** Under the tabs: filters. */
  bar?: ReactNode;
  layout?: 'scroll' | 'fill';
  children: ReactNode;
}

/** The pages of those who set and grade exams, side by side. */
export function Hub({ at, actions, bar, layout, children }: HubProps) {
  const t = useText();
  const can = useCan();
  const router = useRouter();
  const needed = at === 'grading' ? 'exam.grade' : 'exam.set';
  if (!can(needed)) {
    return (
      <Page title={t('exam.title')}>
        <NoPermission right={needed} />
      </Page>
    );
  }
  return (
    <Page
      title={t('exam.title')}
      layout={layout}
      actions={actions}
      bar={
        <>
          <Tabs
            label={t('exam.title')}
            value={at}
            onChange={(next) => router.history.push(places[next as keyof typeof places])}
            tabs={(Object.keys(places) as (keyof typeof places)[]).map((id) => ({ id, label: t(`exam.tab.${id}`) }))}
          />
          {bar}
        </>
      }
    >
      {children}
    </Page>
  );
}
