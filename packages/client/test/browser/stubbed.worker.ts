import './stubbed-fetch.ts';
import '../../src/replica-worker.ts';

/* The worker of a replica, with an API in its memory instead of a network. */
