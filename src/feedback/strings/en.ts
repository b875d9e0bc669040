import type { FeedbackKey } from './index.ts';

export const strings: Record<FeedbackKey, string> = {
  question: 'Is this useful to you?',
  useful: 'Useful',
  unclear: 'Hard to understand',
  wrong: 'Something is wrong',
  sending: 'Sending, a few seconds…',
  received: 'Received, thank you.',
  'received.useful': 'Received, thank you. Found useful {{n}} times.',
  failed: 'It was not sent.',
  'say.unclear': 'What is hard to understand? Write it on the topic board; the agency answers in public.',
  'say.wrong': 'What is wrong? Write it on the topic board; the agency looks into it, puts it right and answers in public.',
  write: 'Write on the topic board',
  close: 'Close',
  daily: 'No name is kept. Chosen again on this device today, the last one counts.',
  unset: 'This page does not say what it is about, so nothing can be said now. Please tell whoever runs the site.',
  'problem.network': 'The server cannot be reached. Check the network and try again.',
  'problem.wait': 'Too many came at once. Try again in {{n}} minutes.',
  'problem.gone': 'This is not there any more.',
  'problem.secure': 'This page has no secure connection (https), so nothing can be sent. Please tell whoever runs the site.',
  'problem.server': 'The server failed. Please try again later.',
};
