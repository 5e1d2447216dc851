import type { components } from './schema.d.ts';

/** Made from server/openapi.json by `npm run generate-api`, which every build does first. */
export type { paths, components } from './schema.d.ts';

/** The server always names every field; what has no value is null. The document can only say "optional". */
type Complete<T> = T extends readonly (infer Item)[]
  ? Complete<Item>[]
  : T extends object
    ? { [Field in keyof T]-?: undefined extends T[Field] ? Complete<Exclude<T[Field], undefined>> | null : Complete<T[Field]> }
    : T;

/** A record as the server describes it: `Schema<'EngineerScreenView'>`. A field that it drops or renames breaks the build, not the screen. */
export type Schema<Name extends keyof components['schemas']> = Complete<components['schemas'][Name]>;
