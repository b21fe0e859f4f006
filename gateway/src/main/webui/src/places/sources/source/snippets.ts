import { sampleCurl } from '../curl'

/** What to paste for one client; as it stands in docs/sdks. */
export interface Snippet {
  id: string
  /** Its own name, the same in every language. */
  name: string
  code: (key: string, collector: string) => string
}

const PROPERTIES = `{ cart_id: 'c-1', product_id: 'tee-sea', price: 2980 }`
const TRAITS = `{ email: 'aiko@example.com' }`
const lines = (...all: string[]) => all.join('\n')

/** Clients in the order in which people are likely to look for them. */
export const snippets: Snippet[] = [
  {
    id: 'itinera-js',
    name: 'itinera.js',
    code: (key, collector) =>
      lines(
        `<script async src="${collector}/itinera.js" data-write-key="${key}" data-auto="page"></script>`,
        `<script>`,
        `  window.itinera = window.itinera || []`,
        `  itinera.push(['identify', 'u-1', ${TRAITS}])`,
        `  itinera.push(['track', 'Product Added', ${PROPERTIES}])`,
        `</script>`,
      ),
  },
  {
    id: 'analytics-next',
    name: '@segment/analytics-next',
    code: (key, collector) =>
      lines(
        `import { AnalyticsBrowser } from '@segment/analytics-next'`,
        ``,
        `const analytics = AnalyticsBrowser.load({ writeKey: '${key}', cdnURL: '${collector}' })`,
        `analytics.identify('u-1', ${TRAITS})`,
        `analytics.track('Product Added', ${PROPERTIES})`,
      ),
  },
  {
    id: 'analytics-node',
    name: '@segment/analytics-node',
    code: (key, collector) =>
      lines(
        `import { Analytics } from '@segment/analytics-node'`,
        ``,
        `const analytics = new Analytics({ writeKey: '${key}', host: '${collector}' })`,
        `analytics.identify({ userId: 'u-1', traits: ${TRAITS} })`,
        `analytics.track({ userId: 'u-1', event: 'Product Added', properties: ${PROPERTIES} })`,
        `await analytics.closeAndFlush()`,
      ),
  },
  {
    id: 'analytics-node-6',
    name: 'analytics-node 6',
    code: (key, collector) =>
      lines(
        `const Analytics = require('analytics-node')`,
        ``,
        `const analytics = new Analytics('${key}', { host: '${collector}' })`,
        `analytics.identify({ userId: 'u-1', traits: ${TRAITS} })`,
        `analytics.track({ userId: 'u-1', event: 'Product Added', properties: ${PROPERTIES} })`,
        `await analytics.flush()`,
      ),
  },
  {
    id: 'analytics-java',
    name: 'com.segment.analytics.java:analytics',
    code: (key, collector) =>
      lines(
        `Analytics analytics = Analytics.builder("${key}").endpoint("${collector}").build();`,
        `analytics.enqueue(`,
        `        TrackMessage.builder("Product Added")`,
        `                .userId("u-1")`,
        `                .properties(Map.of("cart_id", "c-1", "product_id", "tee-sea", "price", 2980)));`,
        `analytics.flush();`,
      ),
  },
  {
    id: 'rudder-analytics-js',
    name: '@rudderstack/analytics-js',
    code: (key, collector) =>
      lines(
        `import { RudderAnalytics } from '@rudderstack/analytics-js/bundled'`,
        ``,
        `const analytics = new RudderAnalytics()`,
        `analytics.load('${key}', '${collector}', { configUrl: '${collector}' })`,
        `analytics.track('Product Added', ${PROPERTIES})`,
      ),
  },
  {
    id: 'rudder-sdk-node',
    name: '@rudderstack/rudder-sdk-node',
    code: (key, collector) =>
      lines(
        `import RudderAnalytics from '@rudderstack/rudder-sdk-node'`,
        ``,
        `const analytics = new RudderAnalytics('${key}', { dataPlaneUrl: '${collector}' })`,
        `analytics.identify({ userId: 'u-1', traits: ${TRAITS} })`,
        `analytics.track({ userId: 'u-1', event: 'Product Added', properties: ${PROPERTIES} })`,
        `await analytics.flush()`,
      ),
  },
  {
    id: 'posthog-node',
    name: 'posthog-node',
    code: (key, collector) =>
      lines(
        `import { PostHog } from 'posthog-node'`,
        ``,
        `const posthog = new PostHog('${key}', { host: '${collector}' })`,
        `posthog.identify({ distinctId: 'u-1', properties: ${TRAITS} })`,
        `posthog.capture({ distinctId: 'u-1', event: 'Product Added', properties: ${PROPERTIES} })`,
        `await posthog.shutdown()`,
      ),
  },
  {
    id: 'jitsu',
    name: '@jitsu/js',
    code: (key, collector) =>
      lines(
        `import { jitsuAnalytics } from '@jitsu/js'`,
        ``,
        `const analytics = jitsuAnalytics({ host: '${collector}', writeKey: 'itinera:${key}' })`,
        `await analytics.identify('u-1', ${TRAITS})`,
        `await analytics.track('Product Added', ${PROPERTIES})`,
      ),
  },
  {
    id: 'gtag',
    name: 'gtag.js',
    code: (key, collector) =>
      lines(
        `<script async src="https://www.googletagmanager.com/gtag/js?id=G-XXXXXXX"></script>`,
        `<script>`,
        `  window.dataLayer = window.dataLayer || []`,
        `  function gtag() { dataLayer.push(arguments) }`,
        `  gtag('js', new Date())`,
        `  gtag('config', 'G-XXXXXXX')`,
        `  gtag('config', 'G-YYYYYYY', { server_container_url: '${collector}/g/${key}' })`,
        `</script>`,
      ),
  },
  {
    id: 'measurement-protocol',
    name: 'GA4 Measurement Protocol',
    code: (key, collector) =>
      lines(
        `curl '${collector}/mp/collect?measurement_id=G-XXXXXXX&api_secret=${key}' -d '{`,
        `  "client_id": "1234567890.1700000000", "user_id": "u-1",`,
        `  "events": [{"name": "add_to_cart", "params": {"currency": "JPY", "value": 2980,`,
        `    "items": [{"item_id": "tee-sea", "item_name": "Tee", "price": 2980, "quantity": 1}]}}]}'`,
      ),
  },
  {
    id: 'cloudevents',
    name: 'CloudEvents',
    code: (key, collector) =>
      lines(
        `curl -u ${key}: ${collector}/cloudevents -H 'content-type: application/cloudevents+json' -d '{`,
        `  "specversion": "1.0", "id": "m-1", "source": "/shop", "type": "Product Added", "subject": "u-1",`,
        `  "time": "${new Date().toISOString().slice(0, 19)}Z", "data": {"cart_id": "c-1", "product_id": "tee-sea", "price": 2980}}'`,
      ),
  },
  { id: 'curl', name: 'curl', code: sampleCurl },
]
