import { randomUUID } from 'node:crypto'
import RudderAnalytics from '@rudderstack/rudder-sdk-node'
import { Analytics } from '@segment/analytics-node'
import LegacyAnalytics from 'analytics-node'
import { PostHog } from 'posthog-node'
import { inBrowser } from './pages.mjs'

const FLUSH_AT = 20
const FLUSH_MS = 200
/** Together well over a minute with each SDK's own backoff: longer than anything here is away. */
const RETRIES = 12
/** No SDK here makes more for one event: those for browsers make about ten at the pauses that they keep, PostHog's is told to go on twice as long. */
export const MOST_ATTEMPTS = 2 * RETRIES + 1

/**
 * Real SDKs, as a company sets them up, each of which repeats what was not taken. Each is given `track(message, told)`,
 * where `told` gets an error or nothing once it is known how it ended, and `close()`, which waits for everything that is
 * under way. `id` makes a message id of a text, where the SDK takes no other; in a browser the SDK makes its own.
 */
export const SDKS = {
  'segment-node': ({ host, writeKey }) => {
    const sdk = new Analytics({ host, writeKey, maxEventsInBatch: FLUSH_AT, flushInterval: FLUSH_MS, maxRetries: RETRIES })
    return { track: (message, told) => sdk.track(message, told), close: () => sdk.closeAndFlush() }
  },

  'analytics-node-6': ({ host, writeKey }) => {
    const sdk = new LegacyAnalytics(writeKey, { host, path: '/v1/batch', flushAt: FLUSH_AT, flushInterval: FLUSH_MS, retryCount: RETRIES })
    return { track: (message, told) => sdk.track(message, told), close: () => sdk.flush() }
  },

  'rudder-node': ({ host, writeKey }) => {
    const sdk = new RudderAnalytics(writeKey, { dataPlaneUrl: host, flushAt: FLUSH_AT, flushInterval: FLUSH_MS, retryCount: RETRIES })
    return { track: (message, told) => sdk.track(message, told), close: () => sdk.flush() }
  },

  'posthog-node': ({ host, writeKey }) => {
    const sdk = new PostHog(writeKey, {
      host, flushAt: FLUSH_AT, flushInterval: FLUSH_MS, fetchRetryCount: RETRIES * 2, fetchRetryDelay: 500, isServer: false, disableGeoip: false,
    })
    const open = new Map()
    sdk.on('flush', (sent) => sent.forEach(({ uuid }) => (open.get(uuid)?.(), open.delete(uuid))))
    return {
      id: () => randomUUID(),
      track: ({ messageId, userId, event, properties }, told) => {
        open.set(messageId, told)
        sdk.capture({ distinctId: userId, event, properties, uuid: messageId })
      },
      close: () => sdk.shutdown(),
    }
  },

  'analytics-next': (to) =>
    inBrowser(to, {
      library: '@segment/analytics-next/dist/umd/index.js',
      start: ({ host, writeKey }) => {
        window.client = AnalyticsNext.AnalyticsBrowser.load({ writeKey, cdnURL: host })
        window.say = ({ event, properties }) => client.track(event, properties)
      },
    }),

  'rudder-analytics-js': (to) =>
    inBrowser(to, {
      library: '@rudderstack/analytics-js/dist/npm/modern/bundled/umd/index.js',
      start: ({ host, writeKey }) => {
        window.client = new rudderanalytics.RudderAnalytics()
        client.load(writeKey, host, { configUrl: host })
        window.say = ({ event, properties }) => client.track(event, properties)
      },
    }),

  'itinera.js': (to) =>
    inBrowser(to, {
      library: `${to.host}/itinera.js`,
      start: () => {
        window.say = ({ event, properties }) => itinera.track(event, properties)
      },
    }),
}
