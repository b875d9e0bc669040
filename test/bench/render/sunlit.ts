import { render } from 'lit';
import type { DisclosureSummary } from '@sunlit/client';
import { groups } from '../../../src/directory/rows.ts';
import { measureWith, t } from './stage.ts';

// The rows of <sunlit-directory> as its own module makes them.
measureWith((rows, list) => render(groups(rows as readonly DisclosureSummary[], { t, language: 'zh-CN', href: undefined }), list));
