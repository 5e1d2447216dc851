import { call } from '@firstfix/api';
import { queryOptions } from '@tanstack/react-query';

export const bands = ['MORNING_PEAK', 'DAYTIME', 'EVENING_PEAK', 'QUIET'] as const;
export type Band = (typeof bands)[number];

/** How far a profile is from what was needed, over so many legs; shares are 0 to 1. */
export interface TravelError {
  legs: number;
  meanMinutes: number;
  meanShare: number;
  biasMinutes: number;
  withinTenMinutes: number;
}

/** Of the profile that counts, and of the house's own on the same legs. */
export interface Errors {
  now: TravelError | null;
  house: TravelError | null;
}

interface Branch {
  code: string;
  nameZh: string;
  nameEn: string;
  legs: number;
}

export interface TravelVersion {
  number: number;
  chosen: boolean;
  legs: number;
  fittedUntil: string;
  fittedAt: string;
  verdict: 'WAITS' | 'WINS' | 'LOSES';
  against: number;
  unseenLegs: number;
  before: TravelError | null;
  after: TravelError | null;
  judgedAt: string;
}

export interface Travel {
  branch: Branch;
  branches: Branch[];
  version: number;
  inForce: { number: number; held: boolean; reason: string; decidedBy: string; decidedAt: string | null };
  /** The legs are newer than the profile that counts. */
  unseen: boolean;
  legs: number;
  excluded: { reason: string; legs: number }[];
  errors: Errors;
  byBand: { band: Band; errors: Errors }[];
  byDistance: { fromKilometres: number; toKilometres: number | null; errors: Errors }[];
  /** Minutes per kilometre of the house's own profile. */
  house: number;
  curves: { band: Band; points: { kilometres: number; minutes: number }[] }[];
  points: { kilometres: number; minutes: number; predicted: number; band: Band }[];
  versions: TravelVersion[];
  measured: { ways: number; legs: number; measuredAt: string | null };
  roads: { condition: 'NO_MAP' | 'COMPUTING' | 'READY'; file: string; ways: number; waiting: number };
  actions: string[];
}

export interface Fitted {
  outcome: 'NOTHING_NEW' | 'WAITS' | 'TOOK_OVER' | 'WON_BUT_HELD' | 'LOST';
  travel: Travel;
}

/** The number of the house's own profile. */
export const HOUSE = 0;

export const travelQuery = (branch?: string) =>
  queryOptions({
    queryKey: ['travel', branch ?? ''],
    queryFn: async ({ signal }) => (await call<Travel>('GET', '/api/v1/travel', { query: { branch }, signal })).data,
  });
