import RudderAnalytics from '@rudderstack/rudder-sdk-node';
import { Analytics } from '@segment/analytics-node';
import LegacyAnalytics from 'analytics-node';

const FLUSH_AT = 20;
const FLUSH_MS = 200;
/** Together well over a minute with each SDK's own backoff: longer than anything here is away. */
const RETRIES = 12;
export const MOST_ATTEMPTS = RETRIES + 1;

/**
 * Real SDKs, as a company sets them up. Each gives `track(message, told)`, where `told` gets an error or nothing once
 * the SDK knows how it ended, and `close()`, which waits for everything that is under way.
 */
export const SDKS = {
  'segment-node': ({ host, writeKey }) => {
    const sdk = new Analytics({ host, writeKey, maxEventsInBatch: FLUSH_AT, flushInterval: FLUSH_MS, maxRetries: RETRIES });
    return { track: (message, told) => sdk.track(message, told), close: () => sdk.closeAndFlush() };
  },

  'analytics-node-6': ({ host, writeKey }) => {
    const sdk = new LegacyAnalytics(writeKey, { host, path: '/v1/batch', flushAt: FLUSH_AT, flushInterval: FLUSH_MS, retryCount: RETRIES });
    return { track: (message, told) => sdk.track(message, told), close: () => sdk.flush() };
  },

  'rudder-node': ({ host, writeKey }) => {
    const sdk = new RudderAnalytics(writeKey, { dataPlaneUrl: host, flushAt: FLUSH_AT, flushInterval: FLUSH_MS, retryCount: RETRIES });
    return { track: (message, told) => sdk.track(message, told), close: () => sdk.flush() };
  },
};
