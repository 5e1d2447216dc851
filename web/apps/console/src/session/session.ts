import { api, isProblem, take, type Session } from '@firstfix/api';
import { queryOptions, useSuspenseQuery } from '@tanstack/react-query';
import { useCallback } from 'react';

export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: ({ signal }): Promise<Session> => take(api.GET('/api/v1/session', { signal })),
  staleTime: Number.POSITIVE_INFINITY,
  gcTime: Number.POSITIVE_INFINITY,
  retry: (count, problem) => count < 2 && isProblem(problem) && problem.isUndecided,
});

/** Inside the shell there always is one. */
export function useSession(): Session {
  return useSuspenseQuery(sessionQuery).data;
}

/**
 * `const can = useCan(); can('case.receive')`. For entries and pages that no record decides; what may be done with a
 * record is in the record's own `actions`.
 */
export function useCan(): (permission: string) => boolean {
  const { permissions } = useSession();
  return useCallback((permission) => permissions.includes(permission), [permissions]);
}
