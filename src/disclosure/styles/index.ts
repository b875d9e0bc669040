import { flow } from './flow.ts';
import { kinds } from './kinds.ts';
import { layout } from './layout.ts';
import { print } from './print.ts';
import { tables } from './tables.ts';
import { text } from './text.ts';

export const disclosureStyles = [layout, text, tables, kinds, flow, print];
