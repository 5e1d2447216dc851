import type { Session, SignInOptions } from './session.ts';

/*
 * Written by hand only until server/openapi.json exists. Then `npm run generate-api` writes schema.d.ts and this file
 * becomes `export type { paths } from './schema.d.ts'`.
 */
interface Answer<Body> {
  headers: { [name: string]: unknown };
  content: { 'application/json': Body };
}
interface Nothing {
  headers: { [name: string]: unknown };
  content?: never;
}
interface Parameters {
  query?: never;
  header?: never;
  path?: never;
  cookie?: never;
}

export interface paths {
  '/api/v1/session': {
    parameters: Parameters;
    get: { parameters: Parameters; requestBody?: never; responses: { 200: Answer<Session> } };
    post: {
      parameters: Parameters;
      requestBody: { content: { 'application/json': { userName: string; password: string } } };
      responses: { 200: Answer<Session> };
    };
    delete: { parameters: Parameters; requestBody?: never; responses: { 204: Nothing } };
  };
  '/api/v1/sessions': {
    parameters: Parameters;
    delete: { parameters: Parameters; requestBody?: never; responses: { 204: Nothing } };
  };
  '/api/v1/sign-in-options': {
    parameters: Parameters;
    get: { parameters: Parameters; requestBody?: never; responses: { 200: Answer<SignInOptions> } };
  };
  '/api/v1/session/language': {
    parameters: Parameters;
    put: {
      parameters: Parameters;
      requestBody: { content: { 'application/json': { language: string } } };
      responses: { 204: Nothing };
    };
  };
}
