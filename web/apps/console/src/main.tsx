import '@firstfix/ui/theme.css';
import { LanguageProvider } from '@firstfix/i18n';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { queries } from './queries.ts';
import { router } from './router.ts';

const root = document.getElementById('app');
if (!root) throw new Error('The page has no place for the application');

// Who is signed in, the page's code and its first answer are asked for while the words are still on their way, not after them.
void router.load();

createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={queries}>
      <LanguageProvider>
        <RouterProvider router={router} />
      </LanguageProvider>
    </QueryClientProvider>
  </StrictMode>,
);
