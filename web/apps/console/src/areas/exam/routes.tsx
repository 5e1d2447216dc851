import { api, take } from '@firstfix/api';
import { BookIcon, StarIcon } from '@firstfix/ui/icons';
import { createRoute } from '@tanstack/react-router';
import { oneOf, said, yesOrNo } from '../../address.ts';
import { lazyPage } from '../../lazyPage.ts';
import { shellRoute, signedInRoute } from '../../shell/routes.tsx';
import type { Area } from '../area.ts';
import { abouts, difficulties, questionStates, wrongs } from './choices.ts';

const examsRoute = createRoute({ getParentRoute: () => shellRoute, path: '/exams', component: lazyPage(() => import('./Exams.tsx'), 'Exams') });

const examRoute = createRoute({ getParentRoute: () => shellRoute, path: '/exams/$code', component: lazyPage(() => import('./ExamPage.tsx'), 'ExamPage') });

const lessonsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/exams/lessons',
  validateSearch: (search: Record<string, unknown>): { symptom?: string; family?: string; wrong?: string } => ({
    symptom: said(search.symptom),
    family: said(search.family),
    wrong: oneOf(wrongs, search.wrong),
  }),
  component: lazyPage(() => import('./Lessons.tsx'), 'Lessons'),
});

const questionsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/exams/questions',
  validateSearch: (search: Record<string, unknown>): { status?: string; skill?: string; difficulty?: string; waiting?: string } => ({
    status: oneOf(questionStates, search.status),
    skill: said(search.skill),
    difficulty: oneOf(difficulties, search.difficulty),
    waiting: oneOf(yesOrNo, search.waiting),
  }),
  component: lazyPage(() => import('./Questions.tsx'), 'Questions'),
});

const newQuestionRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/exams/questions/new',
  validateSearch: (search: Record<string, unknown>): { case?: string; about?: string } => ({ case: said(search.case), about: oneOf(abouts, search.about) }),
  component: lazyPage(() => import('./QuestionPage.tsx'), 'NewQuestionPage'),
});

const questionRoute = createRoute({ getParentRoute: () => shellRoute, path: '/exams/questions/$code', component: lazyPage(() => import('./QuestionPage.tsx'), 'QuestionPage') });

const gradingRoute = createRoute({ getParentRoute: () => shellRoute, path: '/exams/grading', component: lazyPage(() => import('./Grading.tsx'), 'Grading') });

const engineersRoute = createRoute({ getParentRoute: () => shellRoute, path: '/exams/engineers', component: lazyPage(() => import('./EngineerRecords.tsx'), 'EngineerRecords') });

const engineerRoute = createRoute({ getParentRoute: () => shellRoute, path: '/exams/engineers/$code', component: lazyPage(() => import('./EngineerRecords.tsx'), 'EngineerRecord') });

const mineRoute = createRoute({ getParentRoute: () => shellRoute, path: '/my-exams', component: lazyPage(() => import('./MyExams.tsx'), 'MyExams') });

const paperRoute = createRoute({ getParentRoute: () => shellRoute, path: '/my-exams/$paper', component: lazyPage(() => import('./PaperPage.tsx'), 'PaperPage') });

const phoneMineRoute = createRoute({ getParentRoute: () => signedInRoute, path: '/m/exams', component: lazyPage(() => import('./MyExams.tsx'), 'PhoneExams') });

const phonePaperRoute = createRoute({ getParentRoute: () => signedInRoute, path: '/m/exams/$paper', component: lazyPage(() => import('./PaperPage.tsx'), 'PhonePaperPage') });

export const routes = [examsRoute, lessonsRoute, questionsRoute, newQuestionRoute, questionRoute, gradingRoute, engineersRoute, engineerRoute, examRoute, mineRoute, paperRoute] as const;

/** Pages under /m have no console around them. */
export const bareRoutes = [phoneMineRoute, phonePaperRoute] as const;

export const area: Area = {
  name: 'exam',
  nav: [
    { id: 'exams', labelKey: 'exam.nav', icon: BookIcon, href: '/exams', order: 65, permission: 'exam.set' },
    // Not everybody who may take exams has one.
    { id: 'my-exams', labelKey: 'exam.mine.nav', icon: StarIcon, href: '/my-exams', order: 96, permission: 'exam.take', concerns: async () => (await take(api.GET('/api/v1/my-exams'))).items.length > 0 },
  ],
  live: [
    { type: 'exam.*', keys: () => [['exams'], ['exam'], ['my-exams']] },
    { type: 'exam-question.*', keys: () => [['exam-questions'], ['exam-question'], ['exam-lessons']] },
    { type: 'exam-paper.*', keys: () => [['exams'], ['exam'], ['exam-answers'], ['my-exams'], ['exam-engineers']] },
    { type: 'exam-appeal.*', keys: () => [['exam-appeals'], ['exam'], ['exam-questions'], ['exam-question']] },
  ],
};
