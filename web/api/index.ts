export { api, call, take, tagged, ifMatch, type Tagged, type Page } from './client.ts';
export { ProblemError, isProblem, type FieldProblem, type ConflictField } from './problem.ts';
export { useAction, usePages, type ActionContext } from './hooks.ts';
export { onSessionLost, speakAs, type SessionRecovery } from './transport.ts';
export type { Session, SignInOptions, DemoAccount } from './session.ts';
export type { paths, Schema } from './paths.ts';
