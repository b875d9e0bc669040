import type { Receipt, RequestForm } from '@sunlit/client/requests';

export const form: RequestForm = {
  agency: { id: 'qinghe-water', name: '清河县水利局' }, open: true, identityImage: 'none', routes: ['online', 'email', 'post', 'counter'],
  office: { name: '清河县水利局办公室', address: '清河县河滨路12号', hours: '工作日 8:30-12:00，14:30-17:30', phone: '000-8802 0101' }, retentionMonths: 36,
};

export const receipt: Receipt = { receiptNo: '20260309-012345', secret: '7KQ2-MX9R-41TB', agency: form.agency, submittedAt: '2026-03-09T01:02:03Z' };

/** So easy that a test need not wait for it. */
export const challenge = { parameters: { algorithm: 'SHA-256', nonce: '00', salt: '00', cost: 1, keyLength: 32, keyPrefix: '0' }, signature: 's' };

export const published = { id: '01JQ8ZK4T5V6W7X8Y9Z0ABCDEF', title: '清河县河道采砂管理办法', agency: form.agency };
