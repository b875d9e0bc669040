import { Type } from 'typebox';
import { operation } from './operation.ts';
import { AgencyId, Line, Ulid, closed } from './schema.ts';
import { solved } from './topics.ts';

const Follow = closed({ follow: Type.Enum(['asked']) }, { title: 'FollowAsked', description: 'Always the same answer, whoever asks: a letter with a link went out if the address takes one.' });

export const follow = operation({
  id: 'follows.create', method: 'POST', path: '/v1/follows', summary: 'Be told by e-mail what becomes of a topic, or of a board; nothing is sent before the link in a first letter is followed',
  access: 'public', creates: true,
  body: closed(
    { of: Type.Union([closed({ topic: Ulid }), closed({ agency: AgencyId })]), email: Line(254), language: Type.Enum(['zh-CN', 'zh-Hant', 'en']), challenge: solved },
    { title: 'NewFollow' },
  ),
  responses: { 200: Follow },
});

const token = closed({ token: Type.String({ minLength: 20, maxLength: 200 }) });

export const followPage = operation({
  id: 'follows.page', method: 'GET', path: '/v1/follows/{token}', summary: 'The page behind the links of the letters: one button to confirm, one to stop', description: 'Opening it does nothing, since mail programs open links of themselves.',
  access: 'public', params: token, responses: { 200: Type.String() }, media: 'text/html',
});

export const confirmFollow = operation({
  id: 'follows.confirm', method: 'POST', path: '/v1/follows/{token}/confirmation', summary: 'Confirm', access: 'public', params: token, responses: { 200: Type.String() }, media: 'text/html',
});

export const confirmFollowPage = operation({
  id: 'follows.confirmPage', method: 'GET', path: '/v1/follows/{token}/confirmation', summary: 'The same page, for who opens the address again after confirming', access: 'public', params: token, responses: { 200: Type.String() }, media: 'text/html',
});

export const stopFollowPage = operation({
  id: 'follows.stopPage', method: 'GET', path: '/v1/follows/{token}/end', summary: 'The same page, for who opens the address again after stopping, or from a mail program that knows no one-click', access: 'public', params: token, responses: { 200: Type.String() }, media: 'text/html',
});

export const stopFollow = operation({
  id: 'follows.stop', method: 'POST', path: '/v1/follows/{token}/end', summary: 'Stop at once, and forget the address (RFC 8058)', access: 'public', params: token, responses: { 200: Type.String() }, media: 'text/html',
});
