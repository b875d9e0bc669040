import type { ReviewKey } from './zh-CN.ts';

export const translated = {} as Record<ReviewKey, string>;
