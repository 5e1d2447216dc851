import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

/**
 * The component library carries its own words in 34 languages. The product speaks two, so the others are
 * replaced by an empty module: a third of the library's weight that nobody would ever read.
 */
function onlyOurLanguages(): Plugin {
  const foreign = /[\\/](?:react-aria|react-stately|react-aria-components)[\\/].*[\\/]intl[\\/].*[\\/]?(?!zh-CN|en-US)[a-z]{2}-[A-Z]{2}\.m?js$/;
  return {
    name: 'only-our-languages',
    enforce: 'pre',
    load(id) {
      return foreign.test(id) ? 'export default {};' : undefined;
    },
  };
}

const api = { target: process.env.FIRSTFIX_API ?? 'http://localhost:8080', changeOrigin: false };

export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  plugins: [react(), onlyOurLanguages()],
  server: { port: 5173, proxy: { '/api': api } },
  preview: { port: 4173, proxy: { '/api': api } },
  worker: { format: 'es' },
  build: {
    target: 'es2022',
    outDir: 'dist',
    // Not the usual "assets": that is where machines live (/assets/SN123).
    assetsDir: 'app',
    emptyOutDir: true,
    manifest: true,
    sourcemap: false,
    chunkSizeWarningLimit: 1100,
  },
});
