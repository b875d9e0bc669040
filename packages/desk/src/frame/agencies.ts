import type { Me } from '@sunlit/client/desk';
import type { Say } from '../strings/index.ts';

/** The agencies a person holds a role for, each with everything below it, as choices; the empty one is all of them. */
export function agencyChoices(t: Say, { grants }: Me, chosen: string): { readonly value: string; readonly text: string }[] {
  const names = new Map(grants.map(({ agency }) => [agency.id, agency.name]));
  // An address may name one below them.
  if (chosen !== '' && !names.has(chosen)) names.set(chosen, chosen);
  return [{ value: '', text: t('all') }, ...[...names].map(([value, text]) => ({ value, text }))];
}
