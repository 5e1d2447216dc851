import { isProblem } from '@firstfix/api';
import { QueryClient } from '@tanstack/react-query';

export const queries = new QueryClient({
  defaultOptions: {
    queries: {
      // The live stream says when something changed; asking again by the clock is only the second net.
      staleTime: 30_000,
      gcTime: 10 * 60_000,
      refetchOnWindowFocus: false,
      retry: (count, problem) => count < 2 && (!isProblem(problem) || problem.isUndecided),
    },
  },
});
