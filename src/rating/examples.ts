import type { RatingCount } from '@sunlit/client/ratings';

export const levels: RatingCount['levels'] = { 'very-satisfied': 31, satisfied: 12, 'fairly-satisfied': 5, dissatisfied: 2, 'very-dissatisfied': 1 };

export const said = { n: 51, levels, reasons: [{ reason: 'manner', n: 17 }, { reason: 'waiting', n: 3 }] };

export const nothingSaid = { n: 0, levels: { 'very-satisfied': 0, satisfied: 0, 'fairly-satisfied': 0, dissatisfied: 0, 'very-dissatisfied': 0 }, reasons: [] };

export const followUp = { due: '2026-03-16', workdays: 5, provisional: false };

export const rated = { id: '01JQ8ZK4T5V6W7X8Y9Z0ABCDEF', count: { n: 52, levels: { ...levels, satisfied: 13 } } };

/** So easy that a test need not wait for it. */
export const challenge = { parameters: { algorithm: 'SHA-256', nonce: '00', salt: '00', cost: 1, keyLength: 32, keyPrefix: '0' }, signature: 's' };
