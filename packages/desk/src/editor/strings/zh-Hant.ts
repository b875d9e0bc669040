import type { EditorKey } from './zh-CN.ts';

export const translated = {} as Record<EditorKey, string>;
