import {
  useInfiniteQuery,
  useMutation,
  useQueryClient,
  type QueryKey,
  type UseMutationOptions,
} from '@tanstack/react-query';
import { useMemo, useRef } from 'react';
import type { Page } from './client.ts';
import { isProblem, type ProblemError } from './problem.ts';

export interface ActionContext {
  /** Give it to every POST of this action: `headers`. */
  headers: { 'Idempotency-Key': string };
}

interface ActionOptions<Input, Result>
  extends Omit<UseMutationOptions<Result, ProblemError, Input>, 'mutationFn'> {
  run: (input: Input, context: ActionContext) => Promise<Result>;
  /** Query keys that are stale afterwards. */
  touches?: QueryKey[];
}

/**
 * One user action. Its idempotency key survives automatic retries and also the user's own second click after an
 * answer that never came, as long as he sends the same thing; so a lost answer never does the work twice.
 */
export function useAction<Input = void, Result = unknown>({ run, touches, ...options }: ActionOptions<Input, Result>) {
  const queries = useQueryClient();
  const open = useRef<{ sent: string; key: string } | null>(null);
  return useMutation<Result, ProblemError, Input>({
    retry: (count, problem) => count < 2 && isProblem(problem) && problem.isUndecided,
    retryDelay: (count) => 500 * 2 ** count + Math.random() * 250,
    ...options,
    mutationFn: async (input) => {
      const sent = JSON.stringify(input) ?? '';
      if (open.current?.sent !== sent) open.current = { sent, key: crypto.randomUUID() };
      try {
        const result = await run(input, { headers: { 'Idempotency-Key': open.current.key } });
        open.current = null;
        return result;
      } catch (problem) {
        // Decided means: the next click is a new action, even with the same content.
        if (!(isProblem(problem) && problem.isUndecided)) open.current = null;
        throw problem;
      }
    },
    onSuccess: async (...settled) => {
      await Promise.all((touches ?? []).map((queryKey) => queries.invalidateQueries({ queryKey })));
      await options.onSuccess?.(...settled);
    },
  });
}

/** A keyset list: `usePages(['cases', filter], (cursor, signal) => …)`; feeds the DataGrid directly. */
export function usePages<Item>(
  queryKey: QueryKey,
  load: (cursor: string | undefined, signal: AbortSignal) => Promise<Page<Item>>,
  options: { enabled?: boolean } = {},
) {
  const query = useInfiniteQuery({
    queryKey,
    queryFn: ({ pageParam, signal }) => load(pageParam, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page: Page<Item>) => page.nextCursor ?? undefined,
    enabled: options.enabled,
  });
  const items = useMemo(() => query.data?.pages.flatMap((page) => page.items) ?? [], [query.data]);
  return {
    items,
    isLoading: query.isPending,
    /** Old rows stay while newer ones are on their way. */
    isRefreshing: query.isFetching && !query.isPending,
    error: query.error as ProblemError | null,
    hasMore: query.hasNextPage,
    isLoadingMore: query.isFetchingNextPage,
    loadMore: query.fetchNextPage,
    reload: query.refetch,
    loadedAt: query.dataUpdatedAt,
  };
}
