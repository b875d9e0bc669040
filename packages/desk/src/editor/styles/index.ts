import { flow as flowStyles } from '../../../../../src/disclosure/styles/flow.ts';
import { form } from './form.ts';
import { layout } from './layout.ts';
import { tables } from './tables.ts';

export const editorStyles = [flowStyles, layout, form, tables];
