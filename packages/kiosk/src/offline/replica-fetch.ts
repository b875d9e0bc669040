import type { Replica } from '@sunlit/client/replica';

export const replicaFetch = (_replica: Replica): typeof fetch => (input, init) => fetch(input, init);
