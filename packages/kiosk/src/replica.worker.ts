import '@sunlit/client/replica-worker';
