import { useText } from '@firstfix/i18n';
import { ErrorState, IconButton, NoPermission, Skeleton } from '@firstfix/ui';
import { ChevronLeftIcon } from '@firstfix/ui/icons';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, useRouter } from '@tanstack/react-router';
import { AppLink, Page, useCan } from '../../index.ts';
import { Me, Phone } from '../mobile/Phone.tsx';
import phone from '../mobile/mobile.module.css';
import { Clock, Taking } from './Taking.tsx';
import { PaperResult } from './PaperResult.tsx';
import { paperQuery, useTitle, type Paper } from './data.ts';
import styles from './exam.module.css';

const deskRoute = getRouteApi('/signed-in/shell/my-exams/$paper');
const phoneRoute = getRouteApi('/signed-in/m/exams/$paper');

function usePaper(id: string) {
  const can = useCan();
  // While words are graded, somebody else ends the waiting.
  return useQuery({ ...paperQuery(id), enabled: can('exam.take'), refetchInterval: ({ state }) => (state.data?.status === 'GRADING' ? 20_000 : false) });
}

/** A paper at the desk: taken, waiting for its grades, or with its result. */
export function PaperPage() {
  const t = useText();
  const can = useCan();
  const title = useTitle();
  const { paper: id } = deskRoute.useParams();
  const paper = usePaper(id);
  return (
    <Page title={paper.data ? title(paper.data) : t('exam.mine.title')} note={paper.data?.status === 'OPEN' && <Clock paper={paper.data} />} actions={<AppLink href="/my-exams">{t('exam.mine.all')}</AppLink>}>
      <div className={styles.paper}>
        {!can('exam.take') ? <NoPermission right="exam.take" /> : paper.isError ? <ErrorState error={paper.error} onRetry={() => void paper.refetch()} /> : paper.isPending ? <Skeleton lines={8} height={22} /> : <Body paper={paper.data} />}
      </div>
    </Page>
  );
}

/** The same on the phone, for one thumb. */
export function PhonePaperPage() {
  const t = useText();
  const can = useCan();
  const title = useTitle();
  const router = useRouter();
  const { paper: id } = phoneRoute.useParams();
  const paper = usePaper(id);
  return (
    <Phone
      title={paper.data ? title(paper.data) : t('exam.mine.title')}
      head={
        <div className={phone.headRow}>
          <IconButton icon={ChevronLeftIcon} label={t('exam.mine.all')} onPress={() => router.history.push('/m/exams')} />
          <h1 className={`${phone.title} ${phone.grows}`}>{paper.data ? title(paper.data) : t('exam.mine.title')}</h1>
          {paper.data?.status === 'OPEN' ? <Clock paper={paper.data} /> : <Me />}
        </div>
      }
    >
      {!can('exam.take') ? <NoPermission right="exam.take" /> : paper.isError ? <ErrorState error={paper.error} onRetry={() => void paper.refetch()} /> : paper.isPending ? <Skeleton lines={8} height={22} /> : <Body paper={paper.data} />}
    </Phone>
  );
}

function Body({ paper }: { paper: Paper }) {
  return paper.status === 'OPEN' ? <Taking paper={paper} /> : <PaperResult paper={paper} />;
}
