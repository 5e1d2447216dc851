/** Made from server/openapi.json by `npm run generate-api`, which every build does first. */
export type { paths, components } from './schema.d.ts';
