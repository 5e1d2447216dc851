import { defineConfig } from '@playwright/test';
import proven from './playwright.config.ts';

export default defineConfig({ ...proven, testDir: 'unproven' });
