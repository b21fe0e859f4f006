import { computed } from 'vue'
import { useSession } from '@/stores/session'

const PLACE_FOR_KEY = '$WRITE_KEY'

/** What to paste into a terminal to see a first event arrive; the key is the source's, shown once. */
export function sampleCurl(writeKey: string, collector: string): string {
  const body = {
    userId: 'user-1',
    event: 'Product Added',
    properties: { cart_id: 'cart-1', product_id: 'sku-1', name: 'Blue mug', price: 18 },
  }
  return [
    `curl ${collector}/v1/track \\`,
    `  -u "${writeKey}:" \\`,
    `  -H 'Content-Type: application/json' \\`,
    `  -d '${JSON.stringify(body)}'`,
  ].join('\n')
}

/** The same with the browser SDK, which is told its settings here and so asks nobody else for them. */
export function sampleScript(writeKey: string, collector: string): string {
  const { host, protocol } = new URL(collector)
  const integration = `{ apiKey: '${writeKey}', apiHost: '${host}/v1', protocol: '${protocol.replace(':', '')}' }`
  return [
    `import { AnalyticsBrowser } from '@segment/analytics-next'`,
    ``,
    `const analytics = AnalyticsBrowser.load({`,
    `  writeKey: '${writeKey}',`,
    `  cdnSettings: { integrations: { 'Segment.io': ${integration} } },`,
    `})`,
    `analytics.track('Product Added', { cart_id: 'cart-1', product_id: 'sku-1' })`,
  ].join('\n')
}

/** Both, with the address at which the gateway says that events are collected; else that of this page. */
export function useSamples() {
  const session = useSession()
  const collector = computed(() => session.person?.collector ?? window.location.origin)
  return {
    curl: (writeKey = PLACE_FOR_KEY) => sampleCurl(writeKey, collector.value),
    script: (writeKey = PLACE_FOR_KEY) => sampleScript(writeKey, collector.value),
  }
}
