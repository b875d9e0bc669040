import { liveTopics, type TopicChange } from '@sunlit/client/live';

/** Follows the boards of an agency while the page can be seen, and then from the last change on; answers how to stop. */
export function watchTopics(api: string, agency: string | undefined, heard: (change: TopicChange) => void): () => void {
  let seq: number | undefined;
  let running: AbortController | undefined;
  const run = async (signal: AbortSignal) => {
    for await (const change of liveTopics(api, { after: seq, agency, onPlace: (place) => (seq = place), signal })) heard(change);
  };
  const look = () => {
    if (document.visibilityState === 'hidden') {
      running?.abort();
      running = undefined;
    } else if (!running) {
      const controller = (running = new AbortController());
      void run(controller.signal).catch(() => {
        // Another past than before, or no API at all: the board shows what it has, and begins anew when the page is seen again.
        if (running === controller) running = seq = undefined;
      });
    }
  };
  document.addEventListener('visibilitychange', look);
  look();
  return () => {
    document.removeEventListener('visibilitychange', look);
    running?.abort();
  };
}
