import type { PrinterState } from '@sunlit/client/kiosk';

const PATIENCE_MILLISECONDS = 10_000;

/** How the printer of the box stands (`sunlit kiosk serve`); `unknown` where the box does not say. `send`: instead of the page's `fetch`. */
export async function boxPrinter(send: typeof fetch = (...given) => fetch(...given)): Promise<PrinterState> {
  try {
    const answer = await send('/box/state', { cache: 'no-store', credentials: 'omit', signal: AbortSignal.timeout(PATIENCE_MILLISECONDS) });
    const { printer } = (await answer.json()) as { readonly printer?: unknown };
    return printer === 'ok' || printer === 'out' ? printer : 'unknown';
  } catch {
    // A box that does not answer is told of by the desk when the device falls silent.
    return 'unknown';
  }
}
